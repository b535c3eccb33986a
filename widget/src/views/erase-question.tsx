import { attempt, type Chat } from "../chat";

/** Asks once more before a conversation is erased. */
export function EraseQuestion({ chat }: { chat: Chat }) {
  const { texts, conversation, frame } = chat;
  const leave = () => frame.set({ erasing: false });
  const erase = async () => {
    await attempt(chat, () => conversation.erase());
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset says nothing of a question
    <div class="erase" role="group" aria-labelledby="sure" onKeyDown={onKeyDown}>
      <p id="sure">{texts.sure}</p>
      <div class="buttons">
        <button type="button" class="urgent" onClick={erase}>
          {texts.delete}
        </button>
        <button type="button" data-focus onClick={leave}>
          {texts.keep}
        </button>
      </div>
    </div>
  );
}
