import type { Chat } from "../chat";
import { Icon } from "./icon";
import { Menu } from "./menu";

export function Header({ chat }: { chat: Chat }) {
  const { texts, options, frame, conversation, close } = chat;
  const { large } = frame.state;
  return (
    <div class="header">
      <div class="names">
        <h2 tabIndex={-1}>{options.title ?? texts.title}</h2>
        <p>{texts.subtitle}</p>
      </div>
      {conversation.state.phase === "talking" && <Menu chat={chat} />}
      {!options.inline && (
        <>
          <button
            type="button"
            class="tool enlarge"
            aria-label={texts.large}
            aria-pressed={large}
            onClick={() => frame.set({ large: !large })}
          >
            <Icon name="enlarge" />
          </button>
          <button type="button" class="tool" aria-label={texts.close} onClick={close}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}
