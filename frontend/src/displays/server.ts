/** What displays and those who fill them say to the server. */

export const SHOWS = ["number", "scoreboard", "clock", "start-list", "results", "records", "code", "text", "black"] as const;
export type Shows = (typeof SHOWS)[number];

export interface Screen {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly shows: Shows;
  readonly text: string;
  readonly alive: boolean;
}

/** What came of it: the answer, or why there is none. */
export type Answered<Value> = { readonly value: Value; readonly why: "" } | { readonly value: null; readonly why: string; readonly status: number };

const WITHIN_MS = 4000;

async function asked<Value>(method: string, address: string, body?: unknown): Promise<Answered<Value>> {
  try {
    const answer = await fetch(address, {
      method,
      cache: "no-store",
      signal: AbortSignal.timeout(WITHIN_MS),
      headers: { "X-Pacelight": "1", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status === 204) return { value: null as Value, why: "" };
    const told = (await answer.json()) as Value & { error?: string };
    return answer.ok ? { value: told, why: "" } : { value: null, why: told.error ?? "", status: answer.status };
  } catch {
    return { value: null, why: "", status: 0 };
  }
}

/** A screen makes itself known. */
export const begin = (): Promise<Answered<Screen>> => asked("POST", "/api/displays");

/** What a screen is to show. */
export const ask = (id: string): Promise<Answered<Screen>> => asked("GET", `/api/displays/${encodeURIComponent(id)}`);

/** All screens. */
export const all = (): Promise<Answered<{ readonly displays: readonly Screen[] }>> => asked("GET", "/api/displays");

/** Say what a screen shows. */
export const fill = (id: string, what: Pick<Screen, "shows" | "text" | "name">): Promise<Answered<Screen>> =>
  asked("PUT", `/api/displays/${encodeURIComponent(id)}`, what);

/** Take a screen away. */
export const remove = (id: string): Promise<Answered<null>> => asked("DELETE", `/api/displays/${encodeURIComponent(id)}`);
