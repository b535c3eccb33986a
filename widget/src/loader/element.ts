import type { Controls, mount } from "../core";
import { launcher } from "./launcher";
import { localeOf } from "./locale";

type Core = { mount: typeof mount };

export const tag = document.currentScript as HTMLScriptElement;

/** The chat on the page. Until it is wanted, it is a launcher alone. */
export class ThatchChat extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  #load!: () => Promise<Controls | undefined>;
  #loading: Promise<Controls | undefined> | undefined;

  connectedCallback(): void {
    if (this.#root.firstChild) return;
    const [locale, { ask, topic: usual, failed }] = localeOf(this);
    const { title, topic, colour } = this.dataset;
    const label = title && !topic ? title : ask + (topic ?? usual);
    const { button, words } = launcher(this.#root, label);
    let retry = "";
    this.#load = async () => {
      try {
        const [core, texts] = await Promise.all(
          [CORE, `${locale}-${LOCALES[locale]}`].map(
            (name) => import(new URL(`thatch/${name}.js${retry}`, tag.src).href),
          ),
        );
        return (core as Core).mount(this, this.#root, button, texts.default, tag.src);
      } catch {
        this.#loading = undefined;
        retry += "?"; // a browser may remember that an address failed
        words.textContent = failed;
      }
      return undefined;
    };
    if (colour) this.style.setProperty("--colour", colour);
    button.onpointerenter = button.onfocus = () => this.#controls();
    button.onclick = () => this.open();
    button.hidden = this.hasAttribute("inline");
    if (button.hidden) this.open();
  }

  /** Open the chat. */
  open(): Promise<void> {
    return this.#tell("open");
  }

  close(): Promise<void> {
    return this.#tell("close");
  }

  /** Open the chat and put a question, which the visitor sends. */
  ask(text: string): Promise<void> {
    return this.#tell("ask", text);
  }

  async #tell(what: keyof Controls, text = ""): Promise<void> {
    (await this.#controls())?.[what](text);
  }

  /** Load the chat, once. Gives nothing where that failed, which the launcher then says. */
  #controls(): Promise<Controls | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }
}
