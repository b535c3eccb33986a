import type texts from "./en-GB";

/** The fixed texts of the interface. Words in braces are filled in. */
export type Texts = Readonly<Record<keyof typeof texts, string>>;

/** Fill in the words in braces. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
