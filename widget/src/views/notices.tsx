import type { Chat } from "../chat";
import type { Trouble } from "../conversation";
import { filled, type Texts } from "../locales/texts";
import { Icon } from "./icon";

/** What has happened and what went wrong, in plain words, with what can be done. */
export function Notices({ chat: { texts, conversation } }: { chat: Chat }) {
  const { phase, trouble, notice, expires } = conversation.state;
  const format = { dateStyle: "medium", timeStyle: "short" } as const;
  const time = new Date(expires).toLocaleString(texts.locale, format);
  return (
    <div class="notices" role="status">
      {trouble && (
        <Told
          icon="warning"
          text={wording(trouble, texts)}
          label={trouble.wait && texts.retry}
          act={() => conversation.retry()}
        />
      )}
      {phase === "over" && <Told icon="note" text={texts.expired} />}
      {notice && (
        <Told
          icon="note"
          text={filled(texts[notice], { time })}
          label={texts.dismiss}
          act={() => conversation.dismiss()}
        />
      )}
    </div>
  );
}

interface Notice {
  icon: "warning" | "note";
  text: string;
  label?: string | number | undefined;
  act?: () => void;
}

function Told({ icon, text, label, act }: Notice) {
  return (
    <div class="notice">
      <Icon name={icon} />
      <p>{text}</p>
      {label && (
        <button type="button" onClick={act}>
          {label}
        </button>
      )}
    </div>
  );
}

function wording({ kind, detail = "", wait }: Trouble, texts: Texts): string {
  const told = filled(texts[kind === "gone" ? "expired" : kind], { detail });
  return wait && kind !== "offline" ? `${told} ${filled(texts.byItself, { seconds: wait })}` : told;
}
