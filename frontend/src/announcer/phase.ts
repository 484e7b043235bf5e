import type { Coming, Entry, Runner, Snapshot } from "../live/protocol.ts";

/** Whether the race on the track is still to come, is run, or is over. */
export type Phase = "before" | "running" | "over";

export function phaseOf({ state, clock }: Snapshot): Phase {
  if (state === "running" || state === "held") return "running";
  if (state === "finished" || state === "official") return "over";
  return state === "aborted" && clock.gun_unix_ns !== null ? "over" : "before";
}

/** Somebody who will run. */
export interface Starter extends Entry {
  /** Known not to start, or not to be in the race. */
  readonly status: string | null;
}

/** Who runs in the race on the track, as a start list has it: by lane where there are any. */
export const startersOf = (race: Snapshot): readonly Starter[] => race.runners.map(starter).toSorted(byLane);

function starter(runner: Runner): Starter {
  const { bib, name, nation, status, lane = "", athlete_key = "", say = "" } = runner;
  return { bib, name, nation, status, lane, athlete_key, say };
}

const byLane = (a: Starter, b: Starter): number => (Number(a.lane) || Infinity) - (Number(b.lane) || Infinity) || 0;

/** The race after this one; null where none is planned. */
export function nextOf(race: Snapshot): Coming | null {
  return race.coming?.[0] ?? null;
}

export const entriesOf = (coming: Coming): readonly Starter[] => coming.entries.map((one) => ({ ...one, status: null })).toSorted(byLane);
