import type { Region, Saying } from "./channel";

/** A message of the visitor's on its way: what is shown of it, and its number once known. */
export interface Waiting extends Saying {
  shown: string;
  seq?: number;
}

/** What this browser keeps of a conversation, from consent until it is deleted or has ended. */
export interface Kept {
  token: string;
  expires: string;
  region: Region;
  /** How many messages have been told, so that other tabs see when there are more. */
  told: number;
  /** What was said and not yet answered. */
  outbox: readonly Waiting[];
}

/** The one entry in localStorage, shared by all tabs and pages of a website. Where storage is shut
 * off, the conversation lasts as long as the page. */
export class Keeping {
  #key: string;

  constructor(server: string) {
    this.#key = `thatch ${new URL(server).origin}`;
  }

  read(): Kept | undefined {
    return attempt(() => JSON.parse(localStorage.getItem(this.#key) ?? "null")) ?? undefined;
  }

  keep(kept: Kept): void {
    attempt(() => localStorage.setItem(this.#key, JSON.stringify(kept)));
  }

  /** Change what is kept; nothing is kept where nothing was. */
  change(change: (kept: Kept) => Partial<Kept>): void {
    const kept = this.read();
    if (kept) this.keep({ ...kept, ...change(kept) });
  }

  forget(): void {
    attempt(() => localStorage.removeItem(this.#key));
  }

  /** Be told when another tab has changed what is kept. */
  watch(listener: (kept: Kept | undefined) => void): void {
    addEventListener("storage", ({ key }) => {
      if (key === this.#key || key === null) listener(this.read());
    });
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
