/** Who is where, as a scoreboard has it: pure. */
import type { Runner, Snapshot, Split } from "../live/protocol.ts";
import { lastTwo } from "../track/projection.ts";

/** A row of the board. */
export interface Row {
  readonly runner: Runner;
  readonly place: number | null;
  readonly last: Split | null;
  /** Seconds behind whoever was first at the same point; null where that is nobody, or oneself. */
  readonly behind: number | null;
}

/** Finishers by place, then by how far and how fast; those who are out come last. */
export function standing(race: Snapshot, rows: number): readonly Row[] {
  const first = new Map<number, number>();
  for (const { splits } of race.runners) {
    for (const { distance_m: at, elapsed_s: time } of splits) first.set(at, Math.min(first.get(at) ?? Infinity, time));
  }
  const all = race.runners.map((runner): Row => {
    const last = lastTwo(runner)[0] ?? null;
    const best = last === null ? undefined : first.get(last.distance_m);
    const behind = last === null || best === undefined || last.elapsed_s <= best ? null : last.elapsed_s - best;
    return { runner, place: runner.result?.place ?? null, last, behind };
  });
  return all.toSorted((a, b) => compared(rank(a), rank(b))).slice(0, rows);
}

function rank({ runner, place, last }: Row): readonly number[] {
  if (place !== null) return [0, place, 0];
  if (runner.status !== null) return [2, 0, 0];
  return [1, -(last?.distance_m ?? 0), last?.elapsed_s ?? Infinity];
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, n) => one !== b[n]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

/** For so long the result of a race stays when the next one is loaded: nobody's finish is wiped from the board. */
export const STAYS_MS = 20_000;

/** The race to show: the one before, for a while, where that has a result and the next one has not begun. */
export function onBoard(now: Snapshot, before: { readonly race: Snapshot; readonly since: number } | null, unix: number): Snapshot {
  if (before === null || before.race.race.id === now.race.id) return now;
  const hasResult = before.race.runners.some(({ result }) => result !== null);
  const hasBegun = now.clock.gun_unix_ns !== null;
  return hasResult && !hasBegun && unix - before.since < STAYS_MS ? before.race : now;
}
