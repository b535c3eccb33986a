/** What can go wrong with a call, by what a visitor has to know of it. */
export type FailureKind = "unreachable" | "gone" | "busy" | "refused" | "fault";

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly detail = "",
    /** Seconds to wait before another try, where the server named them. */
    readonly wait = 0,
  ) {
    super(`${kind}: ${detail}`);
  }
}

/** Tell a failure from an HTTP status and the problem that came with it. */
export function failureOf(status: number, problem: unknown, wait = 0): Failure {
  const detail = (problem as { detail?: string }).detail;
  const kind =
    status === 401 ? "gone" : status === 429 ? "busy" : status < 500 ? "refused" : "fault";
  return new Failure(kind, detail, wait);
}

/** Take an error for the network's where it is none of the server's. */
export function unreachable(error?: unknown): Failure {
  return error instanceof Failure ? error : new Failure("unreachable", String(error ?? ""));
}
