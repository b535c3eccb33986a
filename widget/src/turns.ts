import type { Message } from "./channel";

/** What a visitor said and the reply to it; the first turn is the greeting alone. */
export interface Turn {
  said: Message | undefined;
  reply: Message[];
}

export function turnsOf(told: readonly Message[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of told) {
    const turn = turns.at(-1);
    if (message.from === "visitor") turns.push({ said: message, reply: [] });
    else if (turn) turn.reply.push(message);
    else turns.push({ said: undefined, reply: [message] });
  }
  return turns;
}

/** Put caveats that follow one another together: they are shown as one note. */
export function groups(reply: readonly Message[]): Message[][] {
  const found: Message[][] = [];
  for (const message of reply) {
    const last = found.at(-1);
    if (message.part === "caveat" && last?.[0]?.part === "caveat") last.push(message);
    else found.push([message]);
  }
  return found;
}
