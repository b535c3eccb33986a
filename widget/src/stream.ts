interface Event {
  name: string;
  data: unknown;
}

/** Read the events of a text/event-stream from a fetched body, as they come. */
export async function* events(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Event> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let unread = "";
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return;
      unread += decoder.decode(value, { stream: true }).replace(/\r/g, "");
      const blocks = unread.split("\n\n");
      unread = blocks.pop() ?? "";
      yield* blocks.map(read);
    }
  } finally {
    reader?.cancel().catch(() => {});
  }
}

function read(block: string): Event {
  let name = "message";
  let data = "";
  for (const line of block.split("\n")) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === "event") name = value ?? "";
    if (field === "data") data += value;
  }
  return { name, data: data ? JSON.parse(data) : undefined };
}
