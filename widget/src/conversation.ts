import type { About, Channel, Message, Region, Session } from "./channel";
import { type Failure, type FailureKind, unreachable } from "./failure";
import type { Keeping, Kept, Waiting } from "./keeping";
import { Store } from "./store";

export interface Trouble {
  kind: FailureKind | "offline";
  detail?: string;
  /** Seconds until it is tried again by itself. */
  wait?: number;
}

export interface ConversationState {
  /** Before consent; being fetched; going on; its time is up. */
  phase: "unopened" | "consent" | "fetching" | "talking" | "over";
  told: readonly Message[];
  /** The number of the last message that was there when the conversation was fetched. */
  restored: number;
  waiting: readonly Waiting[];
  typing: boolean;
  beginning: boolean;
  trouble: Trouble | undefined;
  notice: "deleted" | "elsewhere" | "idle" | undefined;
  about: About | undefined;
  expires: string;
}

const NOTHING: ConversationState = {
  phase: "unopened",
  told: [],
  restored: -1,
  waiting: [],
  typing: false,
  beginning: false,
  trouble: undefined,
  notice: undefined,
  about: undefined,
  expires: "",
};

const LONGEST_WAIT = 30;
const IDLE_AFTER = 15 * 60_000;

/** One conversation with the assistant, from consent to its end. Knows nothing of how it is shown. */
export class Conversation extends Store<ConversationState> {
  #channel: Channel;
  #keeping: Keeping;
  #token = "";
  #sending = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** Called with each message that is said from now on. */
  onMessage: (message: Message) => void = () => {};
  /** Called with a text that could not be sent, so that it is not lost. */
  onReturned: (text: string) => void = () => {};

  constructor(channel: Channel, keeping: Keeping) {
    super(NOTHING);
    this.#channel = channel;
    this.#keeping = keeping;
    keeping.watch((kept) => this.#keptElsewhere(kept));
    addEventListener("online", () => this.retry());
    addEventListener("offline", () => this.set({ trouble: { kind: "offline" } }));
  }

  /** Take up the conversation that this browser keeps, or ask for consent to a new one. */
  async open(): Promise<void> {
    if (this.state.phase !== "unopened") return;
    const kept = this.#keeping.read();
    this.#learnAbout();
    if (kept) await this.#takeUp(kept);
    else this.set({ phase: "consent" });
  }

  /** Begin a conversation, the visitor having consented. */
  async begin(region: Region, locale: string): Promise<void> {
    if (this.state.beginning) return;
    this.set({ beginning: true, trouble: undefined });
    try {
      const { token, expires, messages } = await this.#channel.begin(region, locale);
      this.#keeping.keep({ token, expires, region, told: 0, outbox: this.state.waiting });
      this.#goOn({ token, expires, messages }, -1);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.set({ beginning: false });
    }
  }

  /** Say what was typed, or choose a button. Where it cannot be sent now, it is sent later. */
  say(said: { text: string } | { choice: string; shown: string }): void {
    const shown = "text" in said ? said.text : said.shown;
    const message: Waiting = { id: newId(), ...said, shown };
    this.set({ waiting: [...this.state.waiting, message], notice: undefined });
    this.#keeping.change(({ outbox }) => ({ outbox: [...outbox, message] }));
    this.onMessage({ seq: -1, from: "visitor", time: new Date().toISOString(), text: shown });
    this.#stirred();
    this.#send();
  }

  /** Try again at once what has failed. */
  retry(): void {
    clearTimeout(this.#retry);
    this.set({ trouble: undefined });
    if (this.state.phase === "talking") this.#send();
    const kept = this.#keeping.read();
    if (this.state.phase === "fetching" && kept) this.#takeUp(kept);
    this.#learnAbout();
  }

  /** Leave a conversation that has ended, towards consent to a new one. */
  leave(): void {
    const { waiting, about } = this.state;
    this.set({ ...NOTHING, phase: "consent", waiting, about });
  }

  /** Erase the conversation, on the server and here. Throws a Failure where that did not work. */
  async erase(): Promise<void> {
    try {
      await this.#channel.erase(this.#token);
    } catch (error) {
      if ((error as Failure).kind !== "gone") throw error;
    }
    this.#forget("deleted");
  }

  transcript(): Promise<Blob> {
    return this.#channel.transcript(this.#token);
  }

  /** Say whether an answer helped. Throws a Failure where that did not work. */
  async rate(seq: number, helpful: boolean, comment: string): Promise<void> {
    await this.#channel.rate(this.#token, seq, helpful, comment);
    const told = this.state.told.map((one) => (one.seq === seq ? { ...one, helpful } : one));
    this.set({ told });
  }

  /** Tell the visitor of a failure of something else than a message. */
  report(failure: Failure): void {
    if (failure.kind === "gone") this.#end();
    else this.set({ trouble: troubleOf(failure) });
  }

  dismiss(): void {
    this.set({ notice: undefined });
    this.#stirred();
  }

  async #learnAbout(): Promise<void> {
    if (this.state.about) return;
    try {
      this.set({ about: await this.#channel.about() });
    } catch (error) {
      if (this.state.phase === "consent") this.#fail(error);
    }
  }

  async #takeUp(kept: Kept): Promise<void> {
    this.#token = kept.token;
    this.set({ phase: "fetching", trouble: undefined });
    try {
      const messages = await this.#channel.history(kept.token, -1);
      this.set({ waiting: kept.outbox });
      this.#goOn({ ...kept, messages }, messages.at(-1)?.seq ?? -1);
    } catch (error) {
      if ((error as Failure).kind === "gone") this.set({ waiting: kept.outbox });
      this.#fail(error);
    }
  }

  #goOn({ token, expires, messages }: Session, restored: number): void {
    this.#token = token;
    const { waiting, about } = this.state;
    const going = { ...NOTHING, waiting, about, told: messages, restored, expires };
    this.set({ ...going, phase: "talking" });
    this.#keepCount();
    this.#stirred();
    this.#send();
  }

  /** Send what waits, in order, one at a time. */
  async #send(): Promise<void> {
    if (this.#sending || this.state.phase !== "talking") return;
    this.#sending = true;
    clearTimeout(this.#retry);
    try {
      for (let next = this.state.waiting[0]; next; next = this.state.waiting[0]) {
        await this.#deliver(next);
        this.#failures = 0;
        this.set({ trouble: undefined });
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#sending = false;
      this.set({ typing: false });
    }
  }

  async #deliver(message: Waiting): Promise<void> {
    const { id, text, choice, shown } = message;
    const body = choice === undefined ? { id, text: text ?? "" } : { id, choice };
    let own: number | undefined;
    this.set({ typing: true });
    await this.#channel.say(this.#token, body, (one) => {
      if (own === undefined) {
        own = one.seq - 1;
        this.#tell([{ seq: own, from: "visitor", time: one.time, text: shown }]);
        this.#replaceWaiting(id, { ...message, seq: own });
      }
      this.#tell([one]);
      this.onMessage(one);
    });
    this.#stopWaiting(id);
    if (this.#gap() < this.state.told.length) await this.#refresh();
    this.#keepCount();
    this.#stirred();
  }

  /** Add messages to those told, each number once. */
  #tell(messages: readonly Message[]): void {
    const told = new Map([...this.state.told, ...messages].map((one) => [one.seq, one]));
    this.set({ told: [...told.values()].sort((one, other) => one.seq - other.seq) });
  }

  #replaceWaiting(id: string, ...by: Waiting[]): void {
    this.set({ waiting: this.state.waiting.flatMap((one) => (one.id === id ? by : [one])) });
  }

  #stopWaiting(id: string): void {
    this.#replaceWaiting(id);
    this.#keeping.change(({ outbox }) => ({ outbox: outbox.filter((one) => one.id !== id) }));
  }

  /** The first number that is missing: another tab may have spoken in between. */
  #gap(): number {
    const { told } = this.state;
    const first = told.findIndex((one, index) => one.seq !== index);
    return first < 0 ? told.length : first;
  }

  async #refresh(): Promise<void> {
    this.#tell(await this.#channel.history(this.#token, this.#gap() - 1));
  }

  #keepCount(): void {
    this.#keeping.change(() => ({ told: this.state.told.length }));
  }

  async #keptElsewhere(kept: Kept | undefined): Promise<void> {
    const { phase, told } = this.state;
    if (phase === "unopened") return;
    if (!kept) {
      if (phase === "talking" || phase === "fetching") this.#forget("elsewhere");
    } else if (kept.token !== this.#token) {
      await this.#takeUp(kept);
    } else if (kept.told > told.length && !this.#sending) {
      await this.#refresh().catch(() => {}); // the next message brings what is missing
    }
  }

  #fail(error: unknown): void {
    const failure = unreachable(error);
    if (failure.kind === "gone") this.#end();
    else if (failure.kind === "refused") this.#giveBack(failure);
    else this.#tryLater(failure);
  }

  #tryLater(failure: Failure): void {
    const wait = failure.wait || Math.min(2 ** ++this.#failures, LONGEST_WAIT);
    this.set({ trouble: { ...troubleOf(failure), wait } });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.retry(), wait * 1000);
  }

  /** Give a message that the server will never take back to the visitor. */
  #giveBack(failure: Failure): void {
    const [message] = this.state.waiting;
    if (message) {
      this.#stopWaiting(message.id);
      if (message.text) this.onReturned(message.text);
    }
    this.set({ trouble: troubleOf(failure) });
  }

  /** The session's time is up: what was told stays to be read, what waits goes into the next one. */
  #end(): void {
    this.#keeping.forget();
    this.set({ phase: "over", trouble: undefined, notice: undefined });
  }

  #forget(notice: "deleted" | "elsewhere"): void {
    clearTimeout(this.#retry);
    this.#keeping.forget();
    this.set({ ...NOTHING, phase: "consent", about: this.state.about, notice });
  }

  #stirred(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.state.phase === "talking") this.set({ notice: "idle" });
    }, IDLE_AFTER);
  }
}

/** A UUID of 128 random bits. `crypto.randomUUID` is missing from pages without TLS. */
function newId(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => (byte + 256).toString(16).slice(1)).join("");
}

function troubleOf({ kind, detail }: Failure): Trouble {
  return { kind: kind === "unreachable" && !navigator.onLine ? "offline" : kind, detail };
}
