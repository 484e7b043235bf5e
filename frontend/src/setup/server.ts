/** What the server says: its answer, or a refusal in words; `status` 0 where it was not reached. */
export type Answer<Told> =
  | { readonly ok: true; readonly status: number; readonly told: Told }
  | { readonly ok: false; readonly status: number; readonly why: string };

const OURS = { "X-Pacelight": "1", "content-type": "application/json" };
/** Asking the network takes its time; a form is checked at once. */
const PATIENCE_MS = 30_000;

/** A field that cannot be read: the answer has the same shape, with its faults. */
const FAULTY = 422;

export async function get<Told>(address: string): Promise<Answer<Told>> {
  return answered(fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) }));
}

export async function send<Told>(method: "POST" | "PUT" | "DELETE", address: string, body: unknown): Promise<Answer<Told>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return answered(fetch(address, { method, headers: OURS, body: JSON.stringify(body), cache: "no-store", signal }));
}

async function answered<Told>(asked: Promise<Response>): Promise<Answer<Told>> {
  let status = 0;
  try {
    const answer = await asked;
    status = answer.status;
    if (answer.status === 204) return { ok: true, status: 204, told: null as Told };
    const told = (await answer.json()) as Told & { readonly error?: string };
    const ok = answer.ok || answer.status === FAULTY;
    return ok ? { ok, status: answer.status, told } : { ok, status: answer.status, why: told.error ?? `${answer.status}` };
  } catch {
    return { ok: false, status, why: "" }; // not reached, or not answered by the set-up (there is none)
  }
}
