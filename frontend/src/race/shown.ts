/** What an overlay shows of a race at an instant: pure, so that two overlays of one race never differ. */
import type { RecordFound, Runner, Snapshot } from "../live/protocol.ts";
import { along } from "../track/plan.ts";
import { clockText } from "../words/format.ts";
import { isTimed, isUnderWay, leader, whereabouts } from "../track/projection.ts";

/** Whether an official result is another than it was once: it was opened again, and is official again. */
export const isCorrected = ({ state, changes = [] }: Snapshot): boolean => state === "official" && changes.some(({ act, undone }) => act === "reopen" && !undone);

const LEVELS = ["WR", "WB", "AR", "NR", "CR", "LR", "MR", "FR", "PB", "SB"];

/** Seconds on the clock: running, or as it stopped with the first or the last; null while there is none to show. */
export function clockSeconds(race: Snapshot, seconds: number | null, stop: "first" | "last"): { seconds: number; isStopped: boolean } | null {
  if (!isTimed(race.state)) return null;
  const marks = race.runners.flatMap(({ result }) => (result?.mark?.unit === "ms" ? [result.mark.value / 1000] : []));
  const isIn = stop === "first" ? marks.length > 0 : marks.length > 0 && race.runners.every(({ result, status }) => result !== null || status !== null);
  if (isIn) return { seconds: stop === "first" ? Math.min(...marks) : Math.max(...marks), isStopped: true };
  if (seconds === null || !isUnderWay(race.state)) return null;
  return { seconds: Math.max(0, seconds), isStopped: false };
}

/** The clock of a desk: it runs with the race, and stands at the winner's mark after it; called off, at nothing. */
export function deskClock(race: Snapshot, seconds: number | null): string {
  if (isUnderWay(race.state) && seconds !== null) return clockText(seconds);
  return race.runners.find(({ result }) => result?.place === 1)?.result?.mark?.text ?? clockText(0);
}

/** Laps that whoever leads has before them, the one begun included; null where laps are not counted. */
export function lapsToGo(race: Snapshot, seconds: number | null): number | null {
  const { lap_m: lap, open, way } = race.track;
  const { distance_m: distance } = race.race.event;
  if (open || !isUnderWay(race.state) || seconds === null) return null;
  const first = leader(race.runners);
  const place = first === null ? null : whereabouts(first, seconds, distance, race.state, race.clock.rate);
  const run = Math.max(place?.projected ?? place?.known ?? 0, 0);
  return run >= distance ? 0 : Math.ceil((along(way, distance) - along(way, run)) / lap - 1e-6);
}

/** Whom an overlay is about: who was asked for, else whoever leads. */
export function subject(race: Snapshot, bib: string | null): Runner | null {
  return bib === null ? leader(race.runners) : (race.runners.find((one) => one.bib === bib) ?? null);
}

/** Finishers by place, then who did not finish; at most so many. */
export function finishers(race: Snapshot, rows: number): readonly Runner[] {
  const done = race.runners.filter(({ result, status }) => result !== null || (status !== null && race.state === "official"));
  return done.toSorted((a, b) => (a.result?.place ?? 1000) - (b.result?.place ?? 1000)).slice(0, rows);
}

/** The record to show: of all that were found the highest, of two the one of the race itself; none that was taken back. */
export function highest(race: Snapshot): RecordFound | null {
  const standing = race.records.filter(({ status, level }) => status !== "rejected" && status !== "annulled" && level !== "SB");
  const rank = ({ level, en_route }: RecordFound): number => LEVELS.indexOf(level) * 2 + Number(en_route);
  return standing.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** The levels that fell with the same mark, the highest first. */
export function labels(race: Snapshot, record: RecordFound): readonly string[] {
  const mine = race.records.filter(({ bib, code, mark, level }) => bib === record.bib && code === record.code && mark.value === record.mark.value && level !== "SB");
  const sorted = mine.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return [...new Set(sorted.map(({ label, equalled }) => `${equalled ? "=" : ""}${label}`))];
}
