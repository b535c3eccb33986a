import type { Chat } from "../chat";
import { filled } from "../locales/texts";

/** The day on which an answer was checked against its sources. */
export function Reviewed({ chat: { texts }, on }: { chat: Chat; on: string }) {
  const format = { dateStyle: "long", timeZone: "UTC" } as const;
  const date = new Date(on).toLocaleDateString(texts.locale, format);
  return (
    <small class="reviewed" lang={texts.locale}>
      {filled(texts.checked, { date })}
    </small>
  );
}
