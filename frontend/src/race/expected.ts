import type { Runner, Snapshot, Split } from "../live/protocol.ts";
import { points, type Point } from "./points.ts";
import { isUnderWay, lastTwo } from "../track/projection.ts";

/** A runner, the point that was timed last, and when the next crossing of the finish line is to be expected. */
export interface Arrival {
  readonly bib: string;
  readonly name: string;
  readonly nation: string;
  /** The last time that is known; null before. */
  readonly last: Split | null;
  /** The next crossing of the finish line; null where none comes, or nothing can be said. */
  readonly next: Point | null;
  /** Race seconds at which it is expected; nobody was timed there. */
  readonly at: number | null;
  /** Seconds until then, above zero. */
  readonly left: number | null;
  /** `far`, `soon` (within 15 s), `due` (any moment), `fresh` (was timed just now), `in`, `out`, or `unknown`. */
  readonly stands: "far" | "soon" | "due" | "fresh" | "in" | "out" | "unknown";
  /** Race seconds at the finish, at the pace of the last lap. */
  readonly finish: number | null;
}

/** From so many seconds on somebody is told to be coming. */
export const SOON_S = 15;
/** For so long somebody who was just timed is shown as such. */
export const FRESH_S = 5;
/** For so long somebody is waited for who was to be at a line; then the next one is looked forward to. */
const LATE_S = 2;
const SAME_M = 0.01;
/** Behind those who are expected. */
const LATER: readonly Arrival["stands"][] = ["in", "unknown", "out"];

/** All who run, in the order in which they are expected; then who is in, by place; then who was not seen, or is out. */
export function arrivals(race: Snapshot, seconds: number | null): readonly Arrival[] {
  const lines = points(race.race.event.distance_m, race.track.lap_m, "finish", race.track.open);
  const all = race.runners.map((runner) => arrival(race, runner, lines, seconds));
  const places = new Map(race.runners.map(({ bib, result }) => [bib, result?.place ?? Infinity]));
  const rank = (one: Arrival): readonly number[] => [
    LATER.indexOf(one.stands) + 1,
    one.stands === "in" ? (places.get(one.bib) ?? Infinity) : (one.at ?? Infinity),
    -(one.last?.distance_m ?? 0),
    one.last?.elapsed_s ?? Infinity,
  ];
  return all.toSorted((a, b) => compared(rank(a), rank(b)));
}

/** Which of two ranks comes first, part by part. */
export function compared(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((one, n) => one !== b[n]);
  return place < 0 ? 0 : (a[place] as number) < (b[place] as number) ? -1 : 1;
}

function arrival(race: Snapshot, runner: Runner, lines: readonly Point[], seconds: number | null): Arrival {
  const { bib, name, nation } = runner;
  const last = lastTwo(runner)[0] ?? null;
  const nothing = { bib, name, nation, last, next: null, at: null, left: null, finish: null };
  if (runner.status !== null) return { ...nothing, stands: "out" };
  if (runner.result !== null) return { ...nothing, stands: "in" };
  const coming = isUnderWay(race.state) ? expected(runner, lines, seconds) : null;
  if (coming === null || seconds === null) return { ...nothing, stands: "unknown" };
  const left = coming.at - seconds;
  const fresh = last !== null && seconds - last.elapsed_s < FRESH_S && lines.some(({ metres }) => isThere(metres, last));
  const stands = fresh ? "fresh" : left <= 0 ? "due" : left <= SOON_S ? "soon" : "far";
  return { ...nothing, ...coming, left: Math.max(0, left), stands };
}

interface Expected {
  readonly next: Point;
  readonly at: number;
  readonly finish: number;
}

/** Where a runner is thought to cross next who goes on at the pace of the last lap; never beyond what is known. */
function expected(runner: Runner, lines: readonly Point[], seconds: number | null): Expected | null {
  const { outlook } = runner;
  const end = lines.at(-1);
  if (outlook == null || outlook.current === null || seconds === null || end === undefined) return null;
  const { distance_m: here, elapsed_s: since } = outlook;
  const finish = outlook.current.value / 1000;
  const pace = (finish - since) / (end.metres - here);
  if (!(pace > 0)) return null;
  const at = (metres: number): number => (metres === end.metres ? finish : since + (metres - here) * pace);
  const ahead = lines.filter(({ metres }) => metres > here + SAME_M);
  const next = ahead.find(({ metres }) => at(metres) > seconds - LATE_S) ?? ahead.at(-1);
  return next === undefined ? null : { next, at: at(next.metres), finish };
}

const isThere = (metres: number, split: Split): boolean => Math.abs(metres - split.distance_m) < SAME_M;

/** Whole seconds to go, as one counts down: 15, 14 ... 1, 0. */
export const countText = (left: number): string => String(Math.ceil(left - 1e-6));
