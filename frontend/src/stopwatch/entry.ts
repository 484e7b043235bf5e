import type { Moment } from "./instant.ts";

/** A time was taken. Its key is that of its request. */
export interface Press {
  readonly kind: "press";
  readonly metres: number;
  /** As a request names it: empty for the finish. */
  readonly distance: string;
  readonly moment: Moment;
  /** The instant on the engine's clock; null while that clock has to be measured. */
  readonly at_unix_ns: number | null;
}

/** A time is this runner's. */
export interface Give {
  readonly kind: "give";
  /** Key of the time. */
  readonly of: string;
  readonly bib: string;
  /** Whose it was when this was asked; empty for nobody's. */
  readonly over: string;
}

/** A time was none. */
export interface Strike {
  readonly kind: "strike";
  readonly of: string;
  readonly over: string;
  readonly reason: string;
  /** It takes back a press: there is nothing to take back of it in turn. */
  readonly undoes: boolean;
}

/** A bib was wrong, or a time was one: the entry with this id is taken back. */
export interface Back {
  readonly kind: "back";
  readonly of: string;
}

export type What = Press | Give | Strike | Back;

/** Something that was asked on this phone, and what came of it. */
export interface Entry {
  /** Stays the same, and keeps the order: later ones are greater. */
  readonly id: string;
  /** Of the request; a correction that came too late is asked again under another. */
  readonly key: string;
  readonly race: string;
  readonly what: What;
  readonly state: "waiting" | "done" | "refused" | "withdrawn";
  /** How often it went out. */
  readonly sent: number;
  /** Of the race when it went out last; null before, and of what needs none. */
  readonly seen: number | null;
  /** Of the race right after it was done; while it waits, one that has to be told before it goes out again. */
  readonly revision: number | null;
  readonly why: string;
}

export type Entries = readonly Entry[];

const DIGITS = 16;

/** When an entry was made, unix milliseconds of the phone. */
export const madeAt = ({ id }: Entry): number => Number(id.slice(0, DIGITS));

/** With one more, after all others; its id is its millisecond, and of its key what tells two pages apart. */
export function added(entries: Entries, wall: number, key: string, race: string, what: What): Entries {
  const last = entries.at(-1);
  const at = Math.max(Math.floor(wall), last === undefined ? 0 : madeAt(last) + 1);
  const id = `${String(at).padStart(DIGITS, "0")}-${key.slice(0, 4)}`;
  return [...entries, { id, key, race, what, state: "waiting", sent: 0, seen: null, revision: null, why: "" }];
}

/** With this entry in the place of the one of its id, or after all others. */
export function put(entries: Entries, entry: Entry): Entries {
  const place = entries.findIndex(({ id }) => id === entry.id);
  return place < 0 ? [...entries, entry] : entries.with(place, entry);
}
