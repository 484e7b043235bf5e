import type { Light, Mark, Runner, Snapshot } from "../live/protocol.ts";
import { lightAt, lightSeconds } from "../track/plan.ts";
import { awaited, whereabouts } from "../track/projection.ts";

/** What runners are compared with: a light, a record that has no light of its own, whoever leads. */
export interface Line {
  /** Of no other line of the race, however its lights are called: as an address has it. */
  readonly key: string;
  readonly kind: "light" | "record" | "leader";
  /** Of a record: WR, NR ..., and of whom; of a light its name. */
  readonly level: string;
  readonly scope: string;
  readonly code: string;
  readonly mark: Mark | null;
  readonly light: Light | null;
  /** Metres at which it is over. */
  readonly distance: number;
}

/** Seconds ahead of a line at a point. */
export interface Ahead {
  readonly distance: number;
  readonly seconds: number;
}

const ORDER = ["WR", "WB", "AR", "NR", "CR", "LR", "MR", "FR", "PB", "SB"];
const MILE_M = 1609.344;

const rank = (level: string): number => (ORDER.includes(level) ? ORDER.indexOf(level) : ORDER.length);

/** Metres of an event by its code; null of one that is not known by it. */
export function metresOf(code: string, race: Snapshot["race"]): number | null {
  if (code === race.event.code) return race.event.distance_m;
  const [, metres, kilometres, mile, miles] = /^(?:(\d+)|(\d+)K|(MILE)|(\d)MLS)(?:sh)?$/.exec(code) ?? [];
  if (metres !== undefined) return Number(metres);
  if (kilometres !== undefined) return Number(kilometres) * 1000;
  if (miles !== undefined) return Number(miles) * MILE_M;
  return mile === undefined ? null : MILE_M;
}

/** All lines there are: lights first, then records by their level, those on the way last; then whoever leads. */
export function linesOf(race: Snapshot, followed: Runner | null): readonly Line[] {
  const { code, distance_m: distance } = race.race.event;
  const lights = race.lights.map(
    (light): Line => ({ key: light.name, kind: "light", level: "", scope: "", code, mark: light.mark, light, distance }),
  );
  const records = recordLines(race, followed).filter(
    (line) => line.code !== code || !lights.some(({ mark }) => mark?.value === line.mark?.value),
  );
  const leader: Line = { key: keyBeside(race, "leader"), kind: "leader", level: "", scope: "", code, mark: null, light: null, distance };
  return [...lights, ...records, leader];
}

/** Records at stake, and what whoever is followed could better of one's own; each once. */
function recordLines(race: Snapshot, followed: Runner | null): Line[] {
  const own = (followed?.outlook?.lines ?? []).filter(({ level }) => level === "PB" || level === "SB");
  const staked = race.stakes ?? race.runners.flatMap(({ outlook }) => outlook?.lines ?? []).filter(({ level }) => level !== "PB" && level !== "SB");
  const found = new Map<string, Line>();
  for (const { level, scope, code, mark } of [...staked, ...own]) {
    const distance = metresOf(code, race.race);
    if (distance === null || distance > race.race.event.distance_m) continue;
    const key = keyBeside(race, keyOf(level, scope, code, race.race.event.code));
    if (!found.has(key)) found.set(key, { key, kind: "record", level, scope, code, mark, light: null, distance });
  }
  const enRoute = (line: Line): number => Number(line.code !== race.race.event.code);
  return [...found.values()].sort((a, b) => enRoute(a) - enRoute(b) || rank(a.level) - rank(b.level));
}

/** `WR`, `NR-NOR`, `WR.1500sh`: as an address has it. */
function keyOf(level: string, scope: string, code: string, own: string): string {
  const whose = level === "WR" || level === "PB" || level === "SB" ? "" : `-${scope}`;
  return `${level}${whose}${code === own ? "" : `.${code}`}`;
}

/** A light may be called WR, and go for another time than the record by now. */
const keyBeside = (race: Snapshot, key: string): string => (race.lights.some(({ name }) => name === key) ? keyBeside(race, `${key}.line`) : key);

/** Where a line is after so many race seconds; null where it is over, or where nobody leads yet. */
export function lineMetres(line: Line, race: Snapshot, seconds: number): number | null {
  if (line.light !== null) return lightAt(line.light, lightSeconds(race.holds ?? [], seconds), line.distance);
  if (line.mark !== null) return seconds > line.mark.value / 1000 ? null : Math.max(0, (line.distance * seconds * 1000) / line.mark.value);
  const places = race.runners.map((runner) => whereabouts(runner, seconds, line.distance, race.state, race.clock.rate));
  const furthest = Math.max(...places.map((place) => place?.projected ?? place?.known ?? 0));
  return furthest > 0 && furthest < line.distance ? furthest : null;
}

/** When a line passes a point, in race seconds; null where that is not known. */
export function lineSeconds(line: Line, race: Snapshot, metres: number): number | null {
  if (line.mark !== null && line.light === null) return metres > line.distance + 0.01 ? null : (line.mark.value / 1000) * (metres / line.distance);
  if (line.light !== null) return null; // the engine says the gap, with all its holds
  const there = race.runners.flatMap(({ splits }) => splits.filter((split) => same(split.distance_m, metres)));
  return there.length === 0 ? null : Math.min(...there.map(({ elapsed_s }) => elapsed_s));
}

/** How far ahead of a line a runner was at each split, in order. */
export function aheadOf(line: Line, race: Snapshot, runner: Runner): readonly Ahead[] {
  const ordered = runner.splits.toSorted((a, b) => a.distance_m - b.distance_m);
  return ordered.flatMap(({ distance_m: distance, elapsed_s }) => {
    if (line.light !== null) {
      const gap = runner.gaps.find((one) => one.light === line.light?.name && same(one.distance_m, distance));
      return gap === undefined ? [] : [{ distance, seconds: gap.gap_s }];
    }
    const passes = lineSeconds(line, race, distance);
    return passes === null ? [] : [{ distance, seconds: passes - elapsed_s }];
  });
}

/** Metres ahead at the last split: as the engine says of a light, else at the pace of the line. */
export function metresAhead(line: Line, runner: Runner, { distance, seconds }: Ahead): number | null {
  if (line.light !== null) return runner.gaps.find((one) => one.light === line.light?.name && same(one.distance_m, distance))?.gap_m ?? null;
  return line.mark === null ? null : (seconds * line.distance * 1000) / line.mark.value;
}

/** How far ahead a runner is thought to be now, between two splits; null where nobody can think so. */
export function aheadNow(line: Line, race: Snapshot, runner: Runner, seconds: number | null): Ahead | null {
  const distance = race.race.event.distance_m;
  const run = whereabouts(runner, seconds, distance, race.state, race.clock.rate)?.projected ?? null;
  if (seconds === null || run === null || run > line.distance || line.kind === "leader" || run > awaited(runner)) return null;
  if (line.light === null) return { distance: run, seconds: (lineSeconds(line, race, run) ?? 0) - seconds };
  return { distance: run, seconds: passing(line.light, run, distance) - lightSeconds(race.holds ?? [], seconds) };
}

const STEPS = 40;

/** When a light passes a point, in its own seconds: halved until a screen could not tell. */
function passing(light: Light, metres: number, distance: number): number {
  let [low, high] = [0, light.finish_s];
  for (let n = 0; n < STEPS; n += 1) {
    const middle = (low + high) / 2;
    if (lightAt(light, middle, distance) < metres) low = middle;
    else high = middle;
  }
  return high;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
