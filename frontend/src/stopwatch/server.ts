import type { Asked, Reply } from "./outbox.ts";
import { words } from "./words.ts";

/** Who is signed in on this phone. */
export interface Session {
  readonly role: string;
  readonly by: string;
  readonly may: readonly string[];
}

/** A server that restarts is waited for; one that never answers is asked again. */
const PATIENCE_MS = 8000;
const OURS = { "X-Pacelight": "1" }; // which no page of another origin can send unasked

/** Ask something of the race. The same request again is the same request. */
export async function ask(asked: Asked): Promise<Reply> {
  try {
    const answer = await fetch("/api/requests", {
      method: "POST",
      headers: { ...OURS, "content-type": "application/json" },
      body: JSON.stringify(asked),
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return replyOf(answer.status, await answer.json());
  } catch {
    return { kind: "again", why: words.marks.network };
  }
}

interface Body {
  readonly schema?: string;
  readonly error?: string;
  readonly done?: boolean;
  readonly revision?: number;
  readonly why?: readonly string[];
}

/** What an answer of the server means. */
export function replyOf(status: number, body: Body): Reply {
  const { done, revision, why, error } = body;
  if (typeof done === "boolean") return { kind: "answer", done, revision: revision ?? 0, why: why ?? [] };
  const said = error ?? `${status}`;
  if (status === 403) return { kind: "sign-in", why: said };
  return { kind: [400, 404, 405, 413, 415].includes(status) ? "refused" : "again", why: said };
}

/** Who is signed in; null where this server lets nobody in, undefined where it is not reached. */
export async function session(): Promise<Session | null | undefined> {
  try {
    const answer = await fetch("/api/session", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status === 404) return null;
    return answer.ok ? ((await answer.json()) as Session) : undefined;
  } catch {
    return undefined;
  }
}
