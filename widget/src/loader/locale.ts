import { ENGLISH, GERMAN, type Words } from "./words";

/** Give the locale of a chat, by its own attribute, the page's or the browser's, and the words of
 * its launcher. */
export function localeOf(chat: HTMLElement): [string, Words] {
  const known = Object.keys(LOCALES);
  const wanted = [chat.dataset.locale, document.documentElement.lang, navigator.language];
  const alike =
    (length: number) =>
    (tag = "") =>
      known.find((one) => tag && one.slice(0, length) === tag.slice(0, length));
  const locale = wanted.map((tag) => alike(5)(tag) ?? alike(2)(tag)).find(Boolean) ?? "en-GB";
  return [locale, locale === "de-DE" ? GERMAN : ENGLISH];
}
