import type { Message } from "../channel";
import type { Chat } from "../chat";
import { Icon } from "./icon";
import { RichText } from "./rich-text";

/** What must be known besides the answer. */
export function Caveats({ chat, messages }: { chat: Chat; messages: readonly Message[] }) {
  const { texts } = chat;
  return (
    <div class="caveats" role="note" aria-label={texts.caveat}>
      <p class="heading" lang={texts.locale}>
        <Icon name="note" />
        {texts.caveat}
      </p>
      {messages.map(({ seq, text }) => (
        <div class="caveat" key={seq}>
          <RichText chat={chat} text={text} />
        </div>
      ))}
    </div>
  );
}
