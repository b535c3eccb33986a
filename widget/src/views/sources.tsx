import type { Chat } from "../chat";
import { blocks, inline } from "../markdown";
import { Icon } from "./icon";
import { Blocks, Inlines } from "./rich-text";

/** The sources of a reply: a line that says when they were checked, and behind it the list. */
export function Sources({ chat, text }: { chat: Chat; text: string }) {
  const [head = "", ...rest] = text.split("\n");
  const listed = blocks(rest.join("\n"));
  const count = listed.flatMap((one) => (one.kind === "list" ? one.items : [])).length;
  return (
    <details class="sources">
      <summary>
        <Icon name="sources" />
        <span>
          <Inlines chat={chat} parts={inline(head.replace(/:$/, ""))} />
        </span>
        <b>{count}</b>
      </summary>
      <Blocks chat={chat} blocks={listed} />
    </details>
  );
}
