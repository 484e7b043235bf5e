import { revisionOf } from "../live/revision.ts";
import type { Change, Snapshot } from "../live/protocol.ts";
import { KEPT, STOPS, UNSEEN, type Act } from "./acts.ts";
import type { Entries, Entry } from "./entry.ts";
import type { Due } from "./reply.ts";

/** What is asked, and of what: `{ do: "arm" }`, `{ do: "strike", what: key, reason: "..." }`. */
export interface Ask {
  readonly do: Act;
  readonly [field: string]: string | number | boolean;
}

/** How long, and of which race, something is asked. */
export interface Terms {
  /** After so many milliseconds without an answer it is asked no more; for ever if it is left out. */
  readonly within?: number;
  /** The race on the track, if it is left out. */
  readonly race?: string;
  /** Its revision as it was seen, where that is another than the stream tells by now. */
  readonly seen?: number;
  /** It holds whatever was changed meanwhile (a correction by its key), so it is asked upon that, too. */
  readonly again?: boolean;
}

/** What came of it. It always comes: a refusal is an answer. */
export interface Answer {
  readonly done: boolean;
  /** Of what was refused why, else what to know of it. */
  readonly text: string;
  /** `changed`: upon what is no longer so; `unanswered`, `withdrawn`: asked no more, and nobody knows what came of it. */
  readonly code?: "refused" | "changed" | "unanswered" | "withdrawn";
  /** What others did since what was seen. */
  readonly since?: readonly Change[];
}

/** As an outbox has it. */
export interface Asking {
  readonly kind: "ask";
  readonly ask: Ask;
  /** Revision of the race as it was seen; null where none was known. */
  readonly seen: number | null;
  readonly again: boolean;
}

const STOPS_MS = 60_000;

/** So often something is asked upon whatever the race is then. */
const TRIES = 8;

/** Stops go out by themselves, all else one after another. */
export const laneOf = ({ id, what }: Entry<Asking>): string => (STOPS.has(what.ask.do) ? id : "");

export const isKept = ({ ask }: Asking): boolean => KEPT.has(ask.do);

/** For so many milliseconds what waits is kept: whoever asks for dark lamps and loads the page anew wants them dark, not an hour later. */
export const lasts = ({ ask }: Asking): number => (STOPS.has(ask.do) ? STOPS_MS : Infinity);

export const triesOf = ({ what }: Entry<Asking>): number => (what.again ? TRIES : 1);

/**
 * The next that goes out in a lane.
 * @param own by race, its revision after something that was done from here, upon what was seen
 */
export function due(entries: Entries<Asking>, lane: string, race: Snapshot | null, own: ReadonlyMap<string, number>): Due<Asking> | null {
  const entry = entries.find((one) => one.state === "waiting" && laneOf(one) === lane);
  if (entry === undefined) return null;
  const { do: act, ...fields } = entry.what.ask;
  const asked = { key: entry.key, race: entry.race, do: { act, ...fields } };
  const sent = { ...entry, sent: entry.sent + 1 };
  if (UNSEEN.has(act)) return { kind: "send", entry: sent, asked };
  const now = revisionOf(race, entry.race);
  if (entry.revision !== null && (now === null || now < entry.revision)) return null; // it was late once: first be told
  const first = entry.what.again ? now : entry.what.seen;
  const seen = first === null ? null : Math.max(first, own.get(entry.race) ?? 0);
  if (seen === null) return { kind: "send", entry: sent, asked };
  return { kind: "send", entry: { ...sent, seen }, asked: { ...asked, seen } };
}

/** What came of an entry; null while it waits. */
export function answerOf(entry: Entry<Asking>, race: Snapshot | null): Answer | null {
  const { state, why, seen, revision } = entry;
  if (state === "waiting") return null;
  if (state === "done") return { done: true, text: why };
  if (state === "withdrawn") return { done: false, text: why, code: why === "" ? "withdrawn" : "unanswered" };
  if (seen === null || revision === null || revision <= seen) return { done: false, text: why, code: "refused" };
  const changes = race?.race.id === entry.race ? (race.changes ?? []) : [];
  return { done: false, text: why, code: "changed", since: changes.filter((one) => one.revision > seen) };
}
