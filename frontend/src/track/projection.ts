import type { RaceState, Runner, Split } from "../live/protocol.ts";

/** Where a runner is known to have been, and where the last pace would have brought the runner by now. */
export interface Whereabouts {
  readonly known: number;
  readonly projected: number | null;
}

/** Runners run on while the lights are held. */
export function isUnderWay(state: RaceState): boolean {
  return state === "running" || state === "held";
}

/** The race clock shows its time, and in the end the winner's. */
export function isTimed(state: RaceState): boolean {
  return isUnderWay(state) || state === "finished" || state === "official";
}

/** Race seconds for which a split may be on its way before the projection waits for it. */
const LATE_S = 1;

/** Did not start, did not finish, was disqualified: the race goes on without this runner. */
export const isOut = ({ status }: Runner): boolean => status !== null;

/**
 * Nothing is invented: a runner without splits is nowhere until the finish, who is out is nowhere any more,
 * and a projection waits at the next point until the runner is seen there.
 */
export function whereabouts(
  runner: Runner,
  seconds: number | null,
  distance: number,
  state: RaceState,
  rate: number,
): Whereabouts | null {
  const [last, earlier] = lastTwo(runner);
  if (isOut(runner)) return null;
  if (runner.result !== null) return { known: distance, projected: null };
  if (last === undefined) return runner.finish_only ? null : { known: 0, projected: null };
  const before = earlier ?? { distance_m: 0, elapsed_s: 0 };
  const pace = (last.distance_m - before.distance_m) / (last.elapsed_s - before.elapsed_s);
  const over = last.distance_m >= distance || !isUnderWay(state);
  if (over || seconds === null || !(pace > 0)) return { known: last.distance_m, projected: null };
  const run = last.distance_m + pace * Math.max(0, seconds - last.elapsed_s);
  const next = 2 * last.distance_m - before.distance_m + pace * LATE_S * Math.min(rate, 2);
  return { known: last.distance_m, projected: Math.min(run, next, distance) };
}

/** The runner to follow: the first to have got furthest of those who are in the race. */
export function leader(all: readonly Runner[]): Runner | null {
  const runners = all.filter((runner) => !isOut(runner));
  const seen = runners.filter((runner) => runner.splits.length > 0 || runner.result !== null);
  const rank = (runner: Runner): [number, number, number] => [
    runner.result?.place ?? Infinity,
    -(lastTwo(runner)[0]?.distance_m ?? 0),
    lastTwo(runner)[0]?.elapsed_s ?? Infinity,
  ];
  seen.sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    for (let n = 0; n < x.length; n += 1) if (x[n] !== y[n]) return (x[n] as number) - (y[n] as number);
    return 0;
  });
  return seen[0] ?? runners.find((runner) => !runner.finish_only) ?? null;
}

/** The furthest split and the one before it, in whatever order they came in. */
export function lastTwo(runner: Runner): [Split | undefined, Split | undefined] {
  const ordered = runner.splits.toSorted((a, b) => a.distance_m - b.distance_m);
  return [ordered.at(-1), ordered.at(-2)];
}

/** Where a runner should be timed next, as far on as the last time: beyond it nobody knows more. */
export function awaited(runner: Runner): number {
  const [last, earlier] = lastTwo(runner);
  return last === undefined ? 0 : 2 * last.distance_m - (earlier?.distance_m ?? 0);
}
