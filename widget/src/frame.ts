import type { Region } from "./channel";
import { Store } from "./store";

export interface FrameState {
  open: boolean;
  large: boolean;
  menu: boolean;
  /** Whether the visitor is being asked once more before the conversation is erased. */
  erasing: boolean;
  /** What stands in the field for questions: it outlives closing, errors and a new session. */
  draft: string;
  /** Whose emergency number is shown, and whose rules a new conversation follows. */
  region: Region;
  /** The answer that is being commented on. */
  commenting: number | undefined;
  /** The answer that was copied just now. */
  copied: number | undefined;
}

/** The window around the conversation. */
export class Frame extends Store<FrameState> {
  #put = "";

  constructor(open: boolean, region: Region) {
    super({
      open,
      large: false,
      menu: false,
      erasing: false,
      draft: "",
      region,
      commenting: undefined,
      copied: undefined,
    });
  }

  /** Put a question into the field. What the visitor has typed there is not lost. */
  put(question: string): void {
    const { draft } = this.state;
    const typed = draft === this.#put ? "" : draft;
    this.#put = [typed, question].filter(Boolean).join("\n");
    this.set({ draft: this.#put });
  }
}
