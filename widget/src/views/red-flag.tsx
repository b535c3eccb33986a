import type { Contact, Message, Urgency } from "../channel";
import type { Chat } from "../chat";
import { filled, type Texts } from "../locales/texts";
import { Icon } from "./icon";
import { Link, RichText } from "./rich-text";

const HEADINGS: Readonly<Record<Urgency, keyof Texts>> = {
  emergency: "emergencyFlag",
  same_day: "sameDay",
  urgent_days: "soon",
  routine: "flag",
};

/** Urgent advice, with whom to call. It is read out at once, but not again after a reload. */
export function RedFlag({ chat, message }: { chat: Chat; message: Message }) {
  const { texts, conversation } = chat;
  const { seq, text, urgency = "routine", contacts = [] } = message;
  const live = seq > conversation.state.restored;
  return (
    <div class={`red-flag ${urgency}`} role={live ? "alert" : "note"}>
      <p class="heading" lang={texts.locale}>
        <Icon name="warning" />
        {texts[HEADINGS[urgency]]}
      </p>
      <div class="advice">
        <RichText chat={chat} text={text} />
        {contacts.length > 0 && <Contacts chat={chat} contacts={contacts} />}
      </div>
    </div>
  );
}

function Contacts({ chat, contacts }: { chat: Chat; contacts: readonly Contact[] }) {
  return (
    <ul class="contacts">
      {contacts.map(({ label, uri }) => (
        <li>
          {uri.startsWith("tel:") ? (
            <a href={uri}>
              <Icon name="phone" />
              {filled(chat.texts.call, { label })}
            </a>
          ) : (
            uri.startsWith("https:") && <Link chat={chat} title={label} uri={uri} />
          )}
        </li>
      ))}
    </ul>
  );
}
