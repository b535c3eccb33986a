import type { Controls, mount } from "../core";
import { launcher } from "./launcher";
import { localeOf } from "./locale";

type Core = { mount: typeof mount };

export const tag = document.currentScript as HTMLScriptElement;

/** The chat on the page. Until it is wanted, it is a launcher alone. */
export class ThatchChat extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  #loading: Promise<Controls> | undefined;
  #load!: () => Promise<Controls>;
  #failed!: () => void;

  connectedCallback(): void {
    if (this.#root.firstChild) return;
    const [locale, words] = localeOf(this);
    const { title, topic, colour } = this.dataset;
    const label = title && !topic ? title : words.ask + (topic ?? words.topic);
    const { button, say } = launcher(this.#root, label);
    let retry = "";
    this.#load = async () => {
      const [core, texts] = await Promise.all(
        [CORE, `${locale}-${LOCALES[locale]}`].map(
          (name) => import(new URL(`thatch/${name}.js${retry}`, tag.src).href),
        ),
      );
      return (core as Core).mount(this, this.#root, button, texts.default, tag.src);
    };
    this.#failed = () => {
      this.#loading = undefined;
      retry += "?"; // a browser may remember that an address failed
      say(words.failed);
    };
    if (colour) this.style.setProperty("--colour", colour);
    const load = () => this.#controls();
    button.onpointerenter = load;
    button.onfocus = load;
    button.onclick = () => this.open();
    button.hidden = this.hasAttribute("inline");
    if (button.hidden) this.open();
  }

  /** Open the chat. */
  async open(): Promise<void> {
    (await this.#controls())?.open();
  }

  async close(): Promise<void> {
    (await this.#controls())?.close();
  }

  /** Open the chat and put a question, which the visitor sends. */
  async ask(text: string): Promise<void> {
    (await this.#controls())?.ask(text);
  }

  /** Load the chat, once. Gives nothing where that failed, which the launcher then says. */
  #controls(): Promise<Controls | undefined> {
    this.#loading ??= this.#load();
    return this.#loading.catch(this.#failed) as Promise<Controls | undefined>;
  }
}
