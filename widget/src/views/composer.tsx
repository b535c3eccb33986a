import type { Chat } from "../chat";
import { filled } from "../locales/texts";
import { Icon } from "./icon";

/** Characters that the server takes, until it has said so itself. */
const LONGEST = 1000;

/** The field for questions. Enter sends, Shift and Enter begins a new line. */
export function Composer({ chat: { texts, conversation, frame } }: { chat: Chat }) {
  const { draft } = frame.state;
  const excess = draft.length - (conversation.state.about?.longest_text ?? LONGEST);
  const sendable = draft.trim() !== "" && excess <= 0;
  const send = (event: Event) => {
    event.preventDefault();
    if (!sendable) return;
    conversation.say({ text: draft.trim() });
    frame.set({ draft: "" });
  };
  return (
    <form class="composer" onSubmit={send}>
      <label class="unseen" for="question">
        {texts.question}
      </label>
      <textarea
        id="question"
        rows={1}
        dir="auto"
        data-focus
        enterkeyhint="send"
        placeholder={texts.question}
        value={draft}
        aria-invalid={excess > 0}
        aria-describedby="excess"
        onInput={({ currentTarget }) => frame.set({ draft: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
        }}
      />
      <button type="submit" class="main send" aria-label={texts.send} aria-disabled={!sendable}>
        <Icon name="send" />
      </button>
      <p id="excess" class="excess" role="status">
        {excess > 0 && filled(texts.tooLong, { count: excess })}
      </p>
    </form>
  );
}
