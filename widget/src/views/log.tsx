import { Component, createRef } from "preact";
import type { Chat } from "../chat";
import type { ConversationState } from "../conversation";
import type { FrameState } from "../frame";
import { turnsOf } from "../turns";
import { Said } from "./said";
import { TurnView } from "./turn";

/** Pixels above what is shown first. */
const MARGIN = 16;

interface Props extends ConversationState, FrameState {
  chat: Chat;
}

/** The conversation. Whole messages are added, so that whole messages are read out. */
export class Log extends Component<Props> {
  #log = createRef<HTMLDivElement>();
  #length = 0;

  /** Typing a question must not draw a long conversation anew with every letter. */
  override shouldComponentUpdate(next: Props): boolean {
    return Object.keys(next).some(
      (key) => next[key as keyof Props] !== this.props[key as keyof Props],
    );
  }

  override componentDidMount(): void {
    this.#showLatest();
  }

  override componentDidUpdate(before: Props): void {
    this.#showLatest();
    if (this.props.commenting !== before.commenting) {
      this.#log.current?.querySelector("form")?.scrollIntoView({ block: "nearest" });
    }
  }

  override render({ chat, told, waiting, typing, trouble }: Props) {
    const turns = turnsOf(told);
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      <div class="log" role="log" aria-label={chat.texts.log} tabIndex={0} ref={this.#log}>
        {turns.map((turn, index) => (
          <TurnView
            key={turn.said?.seq}
            chat={chat}
            turn={turn}
            last={index === turns.length - 1}
            complete={!typing || index < turns.length - 1}
          />
        ))}
        {unanswered({ waiting }).map(({ id, shown }) => (
          <div class="turn" key={id}>
            <Said chat={chat} text={shown} unsent={!typing || !!trouble} />
          </div>
        ))}
      </div>
    );
  }

  /** Show what was said last and the reply to it from its beginning. */
  #showLatest(): void {
    const log = this.#log.current;
    const last = log?.lastElementChild as HTMLElement | null | undefined;
    const length = this.props.told.length + unanswered(this.props).length;
    if (log && last && length !== this.#length) scrollTo(last, log);
    this.#length = length;
  }
}

/** Bring an element to the top of the log or, on a low screen, of the window that scrolls for it. */
function scrollTo(element: Element, log: HTMLElement): void {
  const scroller = log.scrollHeight > log.clientHeight ? log : log.parentElement;
  if (!scroller) return;
  const distance = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += distance - MARGIN;
}

function unanswered({ waiting }: Pick<ConversationState, "waiting">) {
  return waiting.filter(({ seq }) => seq === undefined);
}
