import type { Aside, Snapshot, Split } from "../live/protocol.ts";
import { revisionOf } from "../live/revision.ts";
import type { Entries } from "./entry.ts";

/** How a time stands in the race as it was told last; null where nothing is told of it. */
export interface Stands {
  readonly bib: string;
  readonly metres: number;
  readonly seconds: number;
  readonly text: string;
  readonly standing: "split" | Aside["standing"];
  readonly why: string;
}

export function standing(race: Snapshot | null, key: string): Stands | null {
  const aside = race?.aside?.find((one) => one.key === key);
  if (aside !== undefined) return ofAside(aside);
  for (const { bib, splits } of race?.runners ?? []) {
    const split = splits.find((one) => one.key === key);
    if (split !== undefined) return ofSplit(bib, split);
  }
  return null;
}

export const ofAside = ({ bib, distance_m, elapsed_s, text, standing, why }: Aside): Stands => ({
  bib,
  metres: distance_m,
  seconds: elapsed_s,
  text,
  standing,
  why,
});

const ofSplit = (bib: string, { distance_m, elapsed_s, text }: Split): Stands => ({
  bib,
  metres: distance_m,
  seconds: elapsed_s,
  text,
  standing: "split",
  why: "",
});

/** Whether all that was done from here is in what was told: else a decision would be upon what is no longer so. */
export const isCaughtUp = (race: Snapshot | null, id: string, entries: Entries): boolean =>
  entries.every((one) => one.race !== id || (one.revision ?? 0) <= (revisionOf(race, id) ?? -1));
