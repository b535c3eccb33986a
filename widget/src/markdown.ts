/** The markdown subset of texts: `*bold*`, `- lists` and `[title](uri)`. All else is plain text. */

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "bold"; parts: Inline[] }
  | { kind: "link"; title: string; uri: string };

export type Block = { kind: "paragraph"; lines: Inline[][] } | { kind: "list"; items: Inline[][] };

const MARK = /\*(?=\S)([^*\n]*[^*\s])\*|\[([^[\]\n]+)\]\(((?:https:|tel:|mailto:)[^()\s]+)\)/g;
const ITEM = /^- /;

export function blocks(text: string): Block[] {
  const found: Block[] = [];
  let open: Block | undefined;
  for (const line of text.split("\n")) {
    const kind = ITEM.test(line) ? "list" : "paragraph";
    if (!line.trim()) {
      open = undefined;
      continue;
    }
    if (open?.kind !== kind) {
      open = kind === "list" ? { kind, items: [] } : { kind, lines: [] };
      found.push(open);
    }
    if (open.kind === "list") open.items.push(inline(line.replace(ITEM, "")));
    else open.lines.push(inline(line));
  }
  return found;
}

export function inline(text: string): Inline[] {
  const found: Inline[] = [];
  let read = 0;
  for (const { 0: whole, 1: bold, 2: title, 3: uri, index } of text.matchAll(MARK)) {
    if (index > read) found.push({ kind: "text", text: text.slice(read, index) });
    if (bold) found.push({ kind: "bold", parts: inline(bold) });
    else if (title && uri) found.push({ kind: "link", title, uri });
    read = index + whole.length;
  }
  if (read < text.length) found.push({ kind: "text", text: text.slice(read) });
  return found;
}

/** Write a text without marks, links written out. */
export function plain(text: string): string {
  return text.replace(MARK, (_, bold?: string, title = "", uri = "") =>
    bold ? plain(bold) : `${title} (${uri})`,
  );
}
