import type { Message } from "../channel";
import type { Chat } from "../chat";
import { plain } from "../markdown";
import { Feedback } from "./feedback";
import { Icon } from "./icon";

const SHOWN_FOR = 4000;

/** What a visitor may do with an answer: say whether it helped, and copy it. */
export function AfterAnswer({ chat, reply }: { chat: Chat; reply: readonly Message[] }) {
  const { texts, frame } = chat;
  const answer = reply.find(({ part }) => part === "answer");
  if (!answer) return null;
  const copied = frame.state.copied === answer.seq;
  const copy = async () => {
    await navigator.clipboard.writeText(reply.map(({ text }) => plain(text)).join("\n\n"));
    frame.set({ copied: answer.seq });
    setTimeout(() => frame.set({ copied: undefined }), SHOWN_FOR);
  };
  return (
    <div class="after-answer">
      <Feedback chat={chat} message={answer} />
      {isSecureContext && (
        <button type="button" class="quiet" onClick={copy}>
          <Icon name="copy" />
          {copied ? texts.copied : texts.copy}
        </button>
      )}
      <span class="unseen" role="status">
        {copied && texts.copied}
      </span>
    </div>
  );
}
