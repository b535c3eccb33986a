import { attempt, type Chat } from "../chat";
import { save } from "../saving";
import { Icon } from "./icon";

/** What a visitor may do with the conversation as a whole. */
export function Menu({ chat }: { chat: Chat }) {
  const { texts, conversation, frame } = chat;
  const { menu } = frame.state;
  const keep = () => {
    frame.set({ menu: false });
    attempt(chat, async () => save(await conversation.transcript(), "conversation.html"));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu) return;
    event.stopPropagation();
    event.preventDefault();
    frame.set({ menu: false });
    (event.currentTarget as HTMLElement).querySelector("button")?.focus();
  };
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const inside = (currentTarget as Element).contains(relatedTarget as Node | null);
    if (relatedTarget && !inside) frame.set({ menu: false });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close what is inside
    <div class="menu" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        class="tool"
        aria-label={texts.menu}
        aria-expanded={menu}
        onClick={() => frame.set({ menu: !menu })}
      >
        <Icon name="more" />
      </button>
      {menu && (
        <ul>
          <li>
            <button type="button" onClick={keep}>
              {texts.save}
            </button>
          </li>
          <li>
            <button type="button" onClick={() => frame.set({ menu: false, erasing: true })}>
              {texts.erase}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
