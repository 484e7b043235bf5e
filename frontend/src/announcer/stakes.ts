import type { Coming, Snapshot, Stake } from "../live/protocol.ts";

/** Where it is asked what is at stake in a race that was not loaded yet; empty where nobody is entered. */
export function stakesAddress(coming: Coming, race: Snapshot): string {
  const known = coming.entries.filter(({ athlete_key: key }) => key !== "");
  if (known.length === 0) return "";
  const { competition, venue } = race.race;
  const told = { event: coming.event.code, sex: coming.sex, day: coming.day, lap: String(race.track.lap_m), competition, venue };
  const asked = new URLSearchParams(Object.entries(told).filter(([, value]) => value !== ""));
  for (const { bib, athlete_key: key, nation } of known) asked.append("entry", `${bib} ${key} ${nation}`);
  return `/api/stakes?${asked}`;
}

/** `pacelight.stakes/1` */
export interface Stakes {
  readonly stakes: readonly Stake[];
}
