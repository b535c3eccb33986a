import type { Chat } from "../chat";

interface Props {
  chat: Chat;
  text: string;
  unsent?: boolean;
}

/** What the visitor said, as it was typed: no marks are read in it. */
export function Said({ chat: { texts }, text, unsent }: Props) {
  return (
    <div class="said">
      <p dir="auto">
        <span class="unseen">{texts.you}: </span>
        {text}
      </p>
      {unsent && <small>{texts.waiting}</small>}
    </div>
  );
}
