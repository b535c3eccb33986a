import type { Chat } from "../chat";
import { type Block, blocks, type Inline } from "../markdown";

/** A text of the assistant's. It becomes nodes, and nothing of it is ever taken for HTML. */
export function RichText({ chat, text }: { chat: Chat; text: string }) {
  return <Blocks chat={chat} blocks={blocks(text)} />;
}

export function Blocks({ chat, blocks }: { chat: Chat; blocks: readonly Block[] }) {
  return blocks.map((block) =>
    block.kind === "list" ? (
      <ul>
        {block.items.map((item) => (
          <li dir="auto">
            <Inlines chat={chat} parts={item} />
          </li>
        ))}
      </ul>
    ) : (
      <p dir="auto">
        {block.lines.map((line, index) => (
          <>
            {index > 0 && <br />}
            <Inlines chat={chat} parts={line} />
          </>
        ))}
      </p>
    ),
  );
}

export function Inlines({ chat, parts }: { chat: Chat; parts: readonly Inline[] }) {
  return parts.map((part) => {
    if (part.kind === "text") return part.text;
    if (part.kind === "link") return <Link chat={chat} title={part.title} uri={part.uri} />;
    return (
      <strong>
        <Inlines chat={chat} parts={part.parts} />
      </strong>
    );
  });
}

/** A link; websites open beside the conversation and learn nothing of the page. */
export function Link({ chat, title, uri }: { chat: Chat; title: string; uri: string }) {
  if (!uri.startsWith("https:")) return <a href={uri}>{title}</a>;
  return (
    <a href={uri} target="_blank" rel="noopener noreferrer">
      {title}
      <span class="unseen"> ({chat.texts.newTab})</span>
    </a>
  );
}
