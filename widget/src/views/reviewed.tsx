import type { Chat } from "../chat";
import { filled } from "../locales/texts";

/** The day on which an answer was checked against its sources. */
export function Reviewed({ chat: { texts }, on }: { chat: Chat; on: string }) {
  const day = new Date(on);
  if (Number.isNaN(day.valueOf())) return null;
  const format = new Intl.DateTimeFormat(texts.locale, { dateStyle: "long", timeZone: "UTC" });
  return (
    <small class="reviewed" lang={texts.locale}>
      {filled(texts.checked, { date: format.format(day) })}
    </small>
  );
}
