import type { Entry as Asked } from "../desk/entry.ts";
import type { Moment } from "../race/instant.ts";

/** A time was taken. Its key is that of its request. */
export interface Press {
  readonly kind: "press";
  readonly metres: number;
  /** As a request names it: empty for the finish. */
  readonly distance: string;
  readonly moment: Moment;
  /** The instant on the engine's clock; null while that clock has to be measured. */
  readonly at_unix_ns: number | null;
  /** By how much that may be wrong; left out where nobody can say. */
  readonly error_ns?: number;
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
export type Entry = Asked<What>;

export type Entries = readonly Entry[];
