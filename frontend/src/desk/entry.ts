/** Something that was asked here, and what came of it. */
export interface Entry<What> {
  /** Stays the same, and keeps the order: later ones are greater. */
  readonly id: string;
  /** Of the request; what came too late is asked again under another. */
  readonly key: string;
  readonly race: string;
  readonly what: What;
  readonly state: "waiting" | "done" | "refused" | "withdrawn";
  /** How often it went out. */
  readonly sent: number;
  /** Revision of the race when it went out last; null before, and of what needs none. */
  readonly seen: number | null;
  /** Of the race right after it was done; while it waits, one that has to be told before it goes out again. */
  readonly revision: number | null;
  readonly why: string;
}

export type Entries<What> = readonly Entry<What>[];

const DIGITS = 16;

/** When an entry was made, unix milliseconds of this machine. */
export const madeAt = ({ id }: Entry<unknown>): number => Number(id.slice(0, DIGITS));

/** With one more, after all others; its id is its millisecond, and of its key what tells two pages apart. */
export function added<What>(entries: Entries<What>, wall: number, key: string, race: string, what: What): Entries<What> {
  const last = entries.at(-1);
  const at = Math.max(Math.floor(wall), last === undefined ? 0 : madeAt(last) + 1);
  const id = `${String(at).padStart(DIGITS, "0")}-${key.slice(0, 4)}`;
  return [...entries, { id, key, race, what, state: "waiting", sent: 0, seen: null, revision: null, why: "" }];
}

/** With this entry in the place of the one of its id, or after all others. */
export function put<What>(entries: Entries<What>, entry: Entry<What>): Entries<What> {
  const place = entries.findIndex(({ id }) => id === entry.id);
  return place < 0 ? [...entries, entry] : entries.with(place, entry);
}

/** Of random bytes, as `crypto.randomUUID` is there over TLS alone. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
