import type { Chat } from "../chat";
import type { Trouble } from "../conversation";
import { filled, type Texts } from "../locales/texts";
import { Icon } from "./icon";

/** What has happened and what went wrong, in plain words, with what can be done. */
export function Notices({ chat: { texts, conversation } }: { chat: Chat }) {
  const { phase, trouble, notice, expires } = conversation.state;
  const format = new Intl.DateTimeFormat(texts.locale, { dateStyle: "medium", timeStyle: "short" });
  const time = expires ? format.format(new Date(expires)) : "";
  return (
    <div class="notices" role="status">
      {trouble && (
        <div class="notice">
          <Icon name="warning" />
          <p>{wording(trouble, texts)}</p>
          {!!trouble.wait && (
            <button type="button" onClick={() => conversation.retry()}>
              {texts.retry}
            </button>
          )}
        </div>
      )}
      {phase === "over" && (
        <div class="notice">
          <Icon name="note" />
          <p>{texts.expired}</p>
        </div>
      )}
      {notice && (
        <div class="notice">
          <Icon name="note" />
          <p>{filled(texts[notice], { time })}</p>
          <button type="button" onClick={() => conversation.dismiss()}>
            {texts.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

function wording({ kind, detail = "", wait }: Trouble, texts: Texts): string {
  const told = filled(texts[kind === "gone" ? "expired" : kind], { detail });
  return wait && kind !== "offline" ? `${told} ${filled(texts.byItself, { seconds: wait })}` : told;
}
