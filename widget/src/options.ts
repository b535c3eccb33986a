import type { Region } from "./channel";

const REGIONS: readonly Region[] = ["uk", "us", "eu"];

/** What a clinic may set on the tag, all of it optional. */
export interface Options {
  inline: boolean;
  /** Whose rules and phone numbers hold; visitors are asked where it is left out. */
  region: Region | undefined;
  title: string | undefined;
  privacyUrl: string | undefined;
}

export function optionsOf(chat: HTMLElement): Options {
  const { region, title, privacyUrl } = chat.dataset;
  return {
    inline: chat.hasAttribute("inline"),
    region: REGIONS.find((one) => one === region),
    title,
    privacyUrl: privacyUrl?.startsWith("https://") ? privacyUrl : undefined,
  };
}

/** Guess where a visitor lives, for the choice that stands first. */
export function likelyRegion(locale: string): Region {
  return locale.endsWith("US") ? "us" : locale.endsWith("GB") ? "uk" : "eu";
}
