/** Where the window takes the whole screen, and nothing behind it may have the focus. */
const SMALL = "(max-width: 480px), (max-height: 480px)";

/** Open a dialog in place of its launcher. Gives what closes it, and gives the focus back. */
export function openDialog(dialog: HTMLDialogElement, launcher: HTMLElement): () => void {
  const opener = document.activeElement;
  const small = matchMedia(SMALL);
  const show = () => {
    dialog.close();
    if (small.matches) dialog.showModal();
    else dialog.show();
  };
  show();
  launcher.hidden = true;
  launcher.ariaExpanded = "true";
  small.addEventListener("change", show);
  return () => {
    small.removeEventListener("change", show);
    const hadFocus = dialog.matches(":focus-within");
    dialog.close();
    launcher.hidden = false;
    launcher.ariaExpanded = "false";
    if (hadFocus) giveBack(opener, launcher);
  };
}

/** Focus what opened the dialog: an element of the page that is still there, or the launcher. */
function giveBack(opener: Element | null, launcher: HTMLElement): void {
  const ofThePage = opener && opener !== document.body && !opener.shadowRoot;
  const target = ofThePage && opener.isConnected ? (opener as HTMLElement) : launcher;
  target.focus();
}

/** Keep a window on a phone within what its keyboard leaves of the screen. */
export function fitAboveKeyboard({ style }: HTMLElement): void {
  const seen = window.visualViewport;
  const fit = () => {
    style.setProperty("--seen-height", `${seen?.height}px`);
    style.setProperty("--seen-top", `${seen?.offsetTop}px`);
  };
  for (const event of ["resize", "scroll"]) seen?.addEventListener(event, fit);
}
