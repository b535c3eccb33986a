import type { Message } from "../channel";
import { attempt, type Chat } from "../chat";
import { Icon } from "./icon";

/** Whether an answer helped, and a word about it. */
export function Feedback({ chat, message }: { chat: Chat; message: Message }) {
  const { texts, conversation, frame } = chat;
  const { seq, helpful } = message;
  const commenting = frame.state.commenting === seq;
  const rate = async (helpful: boolean, comment: string, then: Partial<typeof frame.state>) => {
    if (await attempt(chat, () => conversation.rate(seq, helpful, comment))) frame.set(then);
  };
  const send = (event: Event) => {
    event.preventDefault();
    const comment = new FormData(event.currentTarget as HTMLFormElement).get("comment");
    rate(helpful === true, String(comment).trim(), { commenting: undefined });
  };
  const choice = (value: boolean, icon: "up" | "down", label: string) => (
    <button
      type="button"
      class="quiet"
      aria-pressed={helpful === value}
      onClick={() => rate(value, "", { commenting: seq })}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line */}
      <div class="feedback" role="group" aria-label={texts.helpful}>
        <span aria-hidden="true">{texts.helpful}</span>
        {choice(true, "up", texts.yes)}
        {choice(false, "down", texts.no)}
        <span role="status">{helpful !== undefined && !commenting && texts.thanks}</span>
      </div>
      {commenting && (
        <form class="comment" onSubmit={send}>
          <label>
            {texts.comment}
            <textarea name="comment" rows={2} maxLength={1000} />
          </label>
          <button type="submit">{texts.send}</button>
        </form>
      )}
    </>
  );
}
