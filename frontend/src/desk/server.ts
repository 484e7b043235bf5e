/** What `POST /api/requests` takes (docs/reference/desk.md). */
export interface Asked {
  readonly key: string;
  readonly race: string;
  readonly seen?: number;
  readonly do: Readonly<Record<string, string | number | boolean>>;
}

/** What came back. */
export type Reply =
  | { readonly kind: "answer"; readonly done: boolean; readonly revision: number; readonly why: readonly string[] }
  | { readonly kind: "refused" | "again" | "sign-in"; readonly why: string };

/** Who is signed in in this browser. */
export interface Session {
  readonly role: string;
  readonly by: string;
  readonly may: readonly string[];
  /** Of the session, by which it is revoked. */
  readonly id: string;
  /** Of the console, by which it holds the lights. */
  readonly client: string;
}

/** A server that restarts is waited for; one that never answers is asked again. */
const PATIENCE_MS = 8000;
const OURS = { "X-Pacelight": "1", "content-type": "application/json" }; // which no page of another origin can send unasked

/** Ask something of the race. The same request again is the same request. */
export async function ask(asked: Asked): Promise<Reply> {
  const answer = await post("/api/requests", asked);
  return answer === null ? { kind: "again", why: "" } : replyOf(answer.status, answer.body);
}

interface Body {
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

/** For how many seconds a console was not heard; null where nobody says. */
export async function silence(client: string): Promise<number | null> {
  try {
    const address = `/api/consoles/${encodeURIComponent(client)}`;
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? ((await answer.json()) as { readonly silent: number }).silent : null;
  } catch {
    return null;
  }
}

/** Who is let in by a code; else why nobody is, empty where the server is not reached. */
export async function signIn(code: string): Promise<Session | string> {
  const answer = await post("/api/session", { code });
  if (answer === null) return "";
  return answer.status === 200 ? (answer.body as unknown as Session) : (answer.body.error ?? `${answer.status}`);
}

async function post(address: string, body: unknown): Promise<{ readonly status: number; readonly body: Body } | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { method: "POST", headers: OURS, body: JSON.stringify(body), cache: "no-store", signal });
    return { status: answer.status, body: (await answer.json()) as Body };
  } catch {
    return null;
  }
}
