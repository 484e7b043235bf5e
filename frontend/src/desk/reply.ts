import type { Entry } from "./entry.ts";
import type { Asked, Reply } from "./server.ts";

/** The next thing to do: send it, or say that it cannot be done any more. */
export type Due<What> =
  | { readonly kind: "send"; readonly entry: Entry<What>; readonly asked: Asked }
  | { readonly kind: "settle"; readonly entry: Entry<What> };

/**
 * An entry after a reply to what was sent.
 * @param key for what was refused only because the race was another meanwhile
 * @param tries so often it is asked, upon whatever the race is then
 */
export function answered<What>(entry: Entry<What>, reply: Reply, key: () => string, tries: number): Entry<What> {
  if (reply.kind === "refused") return { ...entry, state: "refused", why: reply.why };
  if (reply.kind !== "answer") return { ...entry, why: reply.why };
  if (reply.done) return { ...entry, state: "done", revision: reply.revision, why: reply.why.join("; ") };
  const late = entry.seen !== null && reply.revision !== entry.seen && entry.sent < tries;
  if (late) return { ...entry, key: key(), seen: null, revision: reply.revision };
  return { ...entry, state: "refused", revision: reply.revision, why: reply.why.join("; ") };
}
