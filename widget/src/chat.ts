import type { Conversation } from "./conversation";
import { unreachable } from "./failure";
import type { Frame } from "./frame";
import type { Texts } from "./locales/texts";
import type { Options } from "./options";

/** One chat on a page: what all of its views are given. */
export interface Chat {
  texts: Texts;
  options: Options;
  conversation: Conversation;
  frame: Frame;
  /** The button that opens the chat, hidden while it is open. */
  launcher: HTMLElement;
  /** The server that keeps the conversation. */
  host: string;
  close(): void;
}

/** Do something that may fail, and tell the visitor if it does. Gives whether it worked. */
export async function attempt({ conversation }: Chat, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    conversation.report(unreachable(error));
    return false;
  }
}
