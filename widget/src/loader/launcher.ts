import styles from "./launcher.css";

export interface Launcher {
  button: HTMLButtonElement;
  /** Show and read out other words, such as that the chat could not be loaded. */
  say(words: string): void;
}

/** Draw the button that opens the chat. */
export function launcher(root: ShadowRoot, label: string): Launcher {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  const words = document.createElement("span");
  const say = (text: string, className = "") =>
    Object.assign(words, { className, textContent: text });
  words.role = "status";
  say(label, "label");
  button.ariaHasPopup = "dialog";
  button.append(words);
  root.append(button);
  return { button, say };
}
