import styles from "./launcher.css";

export interface Launcher {
  button: HTMLButtonElement;
  /** Where other words are put, such as that the chat could not be loaded; they are read out. */
  words: HTMLElement;
}

/** Draw the button that opens the chat. */
export function launcher(root: ShadowRoot, label: string): Launcher {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  const words = document.createElement("span");
  words.role = "status";
  words.textContent = label;
  button.ariaHasPopup = "dialog";
  button.append(words);
  root.append(button);
  return { button, words };
}
