import type { Button } from "../channel";
import type { Chat } from "../chat";

interface Props {
  chat: Chat;
  buttons: readonly Button[] | undefined;
}

/** What the assistant offers to ask next. */
export function Choices({ chat: { conversation }, buttons }: Props) {
  if (!buttons) return null;
  return (
    <ul class="choices" lang="en">
      {buttons.map(({ choice, title }) => (
        <li>
          <button
            type="button"
            dir="auto"
            onClick={() => conversation.say({ choice, shown: title })}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
