import type { Snapshot } from "./protocol.ts";

/** Revision of a race of the session, on the track or not; null of one that is not known. */
export function revisionOf(race: Snapshot | null, id: string): number | null {
  if (race?.race.id === id) return race.revision ?? 0;
  return race?.races?.find((one) => one.id === id)?.revision ?? null;
}
