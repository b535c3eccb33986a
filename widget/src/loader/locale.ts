import { ENGLISH, GERMAN, type Words } from "./words";

/** Give the locale of a chat, by its own attribute, the page's or the browser's, and the words of
 * its launcher. The same language in another country is better than another language. */
export function localeOf(chat: HTMLElement): [string, Words] {
  for (const tag of [chat.dataset.locale, document.documentElement.lang, navigator.language])
    for (const length of [5, 2])
      for (const locale in LOCALES)
        if (tag && locale.startsWith(tag.slice(0, length)))
          return [locale, locale === "de-DE" ? GERMAN : ENGLISH];
  return ["en-GB", ENGLISH];
}
