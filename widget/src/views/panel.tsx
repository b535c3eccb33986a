import { Component, createRef } from "preact";
import type { Chat } from "../chat";
import type { ConversationState } from "../conversation";
import type { FrameState } from "../frame";
import { Consent } from "./consent";
import { fitAboveKeyboard, openDialog } from "./dialog";
import { EmergencyNotice } from "./emergency-notice";
import { Foot } from "./foot";
import { Header } from "./header";
import { Log } from "./log";

interface Props extends FrameState {
  chat: Chat;
  phase: ConversationState["phase"];
}

/** The window: a dialog over the page, or a section within it. */
export class Panel extends Component<Props> {
  #panel = createRef<HTMLDialogElement>();
  #close: (() => void) | undefined;
  /** Whether the focus may be moved: an inline chat leaves it alone until a visitor comes. */
  #visited = false;

  override componentDidMount(): void {
    if (this.#panel.current) fitAboveKeyboard(this.#panel.current);
  }

  override componentDidUpdate(before: Props): void {
    const { chat, open, phase, erasing } = this.props;
    const panel = this.#panel.current;
    if (!chat.options.inline && panel && open !== before.open) {
      this.#visited = true;
      if (open) this.#close = openDialog(panel, chat.launcher);
      else this.#close?.();
    }
    const moved = open !== before.open || phase !== before.phase || erasing !== before.erasing;
    if (panel && open && moved && this.#visited) focusWithin(panel);
  }

  override render({ chat, large }: Props) {
    const { options, texts } = chat;
    const label = options.title ?? texts.title;
    const visited = () => {
      this.#visited = true;
    };
    if (options.inline) {
      return (
        <section class="panel inline" ref={this.#panel} aria-label={label} onFocusIn={visited}>
          <Contents chat={chat} />
        </section>
      );
    }
    const close = (event: Event) => {
      event.preventDefault();
      chat.close();
    };
    return (
      <dialog
        class={large ? "panel large" : "panel"}
        ref={this.#panel}
        aria-label={label}
        onCancel={close}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.isComposing) close(event);
        }}
      >
        <Contents chat={chat} />
      </dialog>
    );
  }
}

function Contents({ chat }: { chat: Chat }) {
  const { phase } = chat.conversation.state;
  return (
    <>
      <Header chat={chat} />
      <EmergencyNotice chat={chat} />
      {phase === "consent" && <Consent chat={chat} />}
      {(phase === "talking" || phase === "over") && (
        <Log chat={chat} {...chat.conversation.state} {...chat.frame.state} draft="" />
      )}
      {phase !== "consent" && <Foot chat={chat} />}
    </>
  );
}

/** Bring the focus to what comes next. On a phone, a field that took it would bring up the keyboard
 * over what is to be read. */
function focusWithin(panel: HTMLElement): void {
  const next = matchMedia("(pointer: coarse)").matches
    ? ":not(textarea)[data-focus]"
    : "[data-focus]";
  (panel.querySelector<HTMLElement>(next) ?? panel.querySelector("h2"))?.focus();
}
