/** All that was timed in a race, as it came: splits, times that wait, what was struck out or refused. Pure. */
import type { Snapshot } from "../live/protocol.ts";

export interface Crossing {
  readonly key: string;
  readonly bib: string;
  readonly name: string;
  readonly metres: number;
  readonly seconds: number;
  readonly text: string;
  readonly method: string;
  readonly source: string;
  readonly official: boolean;
  /** In the race, waiting for a bib, struck out by a person, or refused as it cannot be. */
  readonly standing: "split" | "waiting" | "struck" | "refused";
  readonly why: string;
}

/** Which of them are shown. */
export type Show = "all" | "open" | "out";

/** The newest first; of one instant the furthest. */
export function crossings(race: Snapshot): readonly Crossing[] {
  const names = new Map(race.runners.map(({ bib, name }) => [bib, name]));
  const splits = race.runners.flatMap(({ bib, name, splits: all }) =>
    all.map(({ key = "", source = "", distance_m: metres, elapsed_s: seconds, text, official, method }): Crossing => {
      return { key, bib, name, metres, seconds, text, method, source, official, standing: "split", why: "" };
    }),
  );
  const aside = (race.aside ?? []).map(({ key, bib, distance_m: metres, elapsed_s: seconds, text, method, source, standing, why }): Crossing => {
    return { key, bib, name: names.get(bib) ?? "", metres, seconds, text, method, source, official: false, standing, why };
  });
  // Between two deltas a time that changes hands is told of both: what was told last holds.
  const all = new Map([...splits, ...aside].map((one) => [one.key, one]));
  return [...all.values()].toSorted((a, b) => b.seconds - a.seconds || b.metres - a.metres || (a.key < b.key ? -1 : 1));
}

/** `open`: what somebody has to look at; `out`: what counts for nothing. */
export function shown(all: readonly Crossing[], show: Show): readonly Crossing[] {
  if (show === "all") return all;
  const wanted: readonly Crossing["standing"][] = show === "open" ? ["waiting", "refused"] : ["struck", "refused"];
  return all.filter(({ standing }) => wanted.includes(standing));
}

/** The time whose bib is asked for: the chosen one if it waits, else the oldest that does. */
export function asking(all: readonly Crossing[], chosen: string): Crossing | null {
  const waiting = all.filter(({ standing }) => standing === "waiting");
  return waiting.find(({ key }) => key === chosen) ?? waiting.at(-1) ?? null;
}

/** The next of a list, up or down; the first or last of it where none is chosen, and at its ends the end. */
export function moved(keys: readonly string[], chosen: string, by: number): string {
  const at = keys.indexOf(chosen);
  if (at < 0) return (by > 0 ? keys[0] : keys.at(-1)) ?? "";
  return keys[Math.min(Math.max(at + by, 0), keys.length - 1)] ?? "";
}
