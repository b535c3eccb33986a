/** What is loaded once the chat is wanted. */

import { render } from "preact";
import { Channel } from "./channel";
import type { Chat } from "./chat";
import { Conversation } from "./conversation";
import { Frame } from "./frame";
import { Keeping } from "./keeping";
import type { Texts } from "./locales/texts";
import { likelyRegion, optionsOf } from "./options";
import styles from "./styles/index.css";
import { Panel } from "./views/panel";

export interface Controls {
  open(text?: string): void;
  close(text?: string): void;
  ask(text: string): void;
}

/** Put the conversation into the shadow root of a chat.
 *
 * @param launcher the button that opens it.
 * @param server the loader's address, from which the server's is told.
 */
export function mount(
  element: HTMLElement,
  root: ShadowRoot,
  launcher: HTMLElement,
  texts: Texts,
  server: string,
): Controls {
  const options = optionsOf(element);
  const channel = new Channel(server);
  const keeping = new Keeping(server);
  const conversation = new Conversation(channel, keeping);
  const region = options.region ?? keeping.read()?.region ?? likelyRegion(navigator.language);
  const frame = new Frame(options.inline, region);
  const tell = (name: string, detail?: object) =>
    element.dispatchEvent(
      new CustomEvent(`thatch:${name}`, { detail, bubbles: true, composed: true }),
    );

  let opening: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    if (frame.state.open && !options.inline) return;
    frame.set({ open: true });
    tell("open");
  };
  const open = () => {
    conversation.open();
    opening = setTimeout(show); // drawn and shown at once, it holds up a slow phone
  };
  const close = () => {
    clearTimeout(opening);
    if (options.inline || !frame.state.open) return;
    frame.set({ open: false });
    tell("close");
  };
  const ask = (text: string) => {
    frame.put(text);
    open();
  };

  conversation.onMessage = ({ from, part }) => tell("message", { from, part });
  conversation.onReturned = (text) => frame.put(text);
  adopt(root);
  const chat = { texts, options, conversation, frame, launcher, host: channel.host, close };
  keepDrawn(chat, root.appendChild(document.createElement("div")));
  return { open, close, ask };
}

function adopt(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets.push(sheet);
}

/** Keep the chat drawn. What the visitor does shows before anything else can happen; what the
 * conversation does, once for all changes that come together and in a task of its own. */
function keepDrawn(chat: Chat, place: HTMLElement): void {
  let due = false;
  const draw = () => {
    due = false;
    render(
      <Panel chat={chat} {...chat.frame.state} phase={chat.conversation.state.phase} />,
      place,
    );
  };
  chat.frame.onChange = () => queueMicrotask(draw);
  chat.conversation.onChange = () => {
    if (!due) setTimeout(draw);
    due = true;
  };
  draw();
}
