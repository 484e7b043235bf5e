/** Whether a result can be made official: what is still open, in the order in which it is to be looked at. Pure. */
import type { Runner, Snapshot } from "../live/protocol.ts";
import { compared } from "../race/expected.ts";

export interface Check {
  readonly id: "conflicts" | "waiting" | "refused" | "missing" | "unofficial" | "ties" | "unfinished";
  /** Whether it stands against an official result; else it is only to be looked at. */
  readonly stops: boolean;
  readonly count: number;
  /** Bibs it is about. */
  readonly bibs: readonly string[];
}

const RUNS: ReadonlySet<Snapshot["state"]> = new Set(["running", "held"]);

export function checks(race: Snapshot): readonly Check[] {
  const distance = race.race.event.distance_m;
  const aside = race.aside ?? [];
  const waiting = aside.filter(({ standing }) => standing === "waiting");
  const refused = aside.filter(({ standing }) => standing === "refused");
  const missing = race.runners.filter(({ result, status }) => result === null && status === null);
  const unofficial = race.runners.filter((one) => one.result !== null && !isOfficial(one, distance));
  const all: Check[] = [
    check("conflicts", (race.conflicts ?? []).map(({ bib }) => bib), true),
    check("unfinished", RUNS.has(race.state) ? [""] : [], true),
    check("missing", bibsOf(missing), false),
    check("waiting", waiting.map(({ bib }) => bib), false),
    check("refused", refused.map(({ bib }) => bib), false),
    check("unofficial", bibsOf(unofficial), false),
    check("ties", tied(race.runners), false),
  ];
  return all.filter(({ count }) => count > 0);
}

function check(id: Check["id"], about: readonly string[], stops: boolean): Check {
  return { id, stops, count: about.length, bibs: [...new Set(about.filter((bib) => bib !== ""))] };
}

const bibsOf = (all: readonly Runner[]): readonly string[] => all.map(({ bib }) => bib);

const isOfficial = ({ splits }: Runner, distance: number): boolean =>
  splits.some(({ official, distance_m: at }) => official && Math.abs(at - distance) < 0.001);

/** Who shares a place. */
function tied(runners: readonly Runner[]): readonly string[] {
  const placed = runners.filter(({ result }) => result?.place != null);
  return bibsOf(placed.filter((one) => placed.some((other) => other !== one && other.result?.place === one.result?.place)));
}

/** The start list as a result: by place, then who is missing, then who has a status. */
export function standings(race: Snapshot): readonly Runner[] {
  const rank = ({ result, status, bib }: Runner): readonly number[] => [status === null ? 0 : 1, result?.place ?? Infinity, Number(bib) || 0];
  return race.runners.toSorted((a, b) => compared(rank(a), rank(b)));
}
