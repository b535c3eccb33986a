/** The calls of the web channel, docs/web-channel.md. */

import { failureOf, unreachable } from "./failure";
import { events } from "./stream";

export type Region = "uk" | "us" | "eu";
export type Urgency = "emergency" | "same_day" | "urgent_days" | "routine";

export interface Button {
  choice: string;
  title: string;
}
export interface Contact {
  label: string;
  uri: string;
}
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}
export interface Message {
  seq: number;
  from: "visitor" | "assistant" | "clinic";
  time: string;
  text: string;
  part?: "greeting" | "answer" | "caveat" | "red_flag" | "sources" | "text";
  buttons?: readonly Button[];
  table?: Table;
  reviewed?: string;
  urgency?: Urgency;
  contacts?: readonly Contact[];
  helpful?: boolean;
}
export interface About {
  clinic: string;
  privacy: string;
  retention_days: number;
  longest_text: number;
}
export interface Session {
  token: string;
  expires: string;
  messages: Message[];
}
/** What a visitor says, with an id by which it is heard once only. */
export interface Saying {
  id: string;
  text?: string;
  choice?: string;
}

const JSON_TYPE = "application/json";
/** Milliseconds after which a call is given up. */
const LONGEST_CALL = 30_000;

export class Channel {
  #base: URL;

  /** @param server any address of the assistant's server, such as that of the loader. */
  constructor(server: string) {
    this.#base = new URL("webhooks/web/", server);
  }

  get host(): string {
    return this.#base.host;
  }

  about(): Promise<About> {
    return this.#json("GET", "about");
  }

  begin(region: Region, locale: string): Promise<Session> {
    return this.#json("POST", "sessions", undefined, { region, locale, consent: true });
  }

  async history(token: string, after: number): Promise<Message[]> {
    const { messages } = await this.#json<Session>("GET", `messages?after=${after}`, token);
    return messages;
  }

  /** Say something, and be called back with each message of the reply as it comes. */
  async say(token: string, said: Saying, onMessage: (one: Message) => void): Promise<void> {
    const { body } = await this.#call("POST", "messages", token, said, "text/event-stream");
    try {
      for await (const { name, data } of events(body)) {
        if (name === "message") onMessage(data as Message);
        if (name === "error") throw failureOf((data as { status: number }).status, data);
        if (name === "done") return;
      }
    } catch (error) {
      throw unreachable(error);
    }
    throw unreachable(); // it broke off before it was done
  }

  async rate(token: string, seq: number, helpful: boolean, comment: string): Promise<void> {
    await this.#call("POST", "feedback", token, { seq, helpful, ...(comment && { comment }) });
  }

  async transcript(token: string): Promise<Blob> {
    const response = await this.#call("GET", "transcript", token, undefined, "text/html");
    return response.blob();
  }

  async erase(token: string): Promise<void> {
    await this.#call("DELETE", "session", token);
  }

  async #json<T>(method: string, path: string, token?: string, body?: unknown): Promise<T> {
    const response = await this.#call(method, path, token, body);
    return (await response.json()) as T;
  }

  async #call(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    accept = JSON_TYPE,
  ): Promise<Response> {
    const headers: Record<string, string> = { Accept: accept };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers["Content-Type"] = JSON_TYPE;
    const response = await fetch(new URL(path, this.#base), {
      method,
      headers,
      body: JSON.stringify(body) ?? null,
      signal: AbortSignal.timeout(LONGEST_CALL),
    }).catch((error) => {
      throw unreachable(error);
    });
    if (response.ok) return response;
    const problem: unknown = await response.json().catch(() => ({}));
    throw failureOf(response.status, problem, Number(response.headers.get("Retry-After")));
  }
}
