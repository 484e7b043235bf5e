import { fold } from "../live/fold.ts";
import type { Delta, Snapshot } from "../live/protocol.ts";

/** A line of a recording: what was told, and when the server heard it. */
export interface Entry {
  readonly at_unix_ns: number;
  readonly snapshot?: Snapshot;
  readonly delta?: Delta;
}

/** `pacelight.recording/1` */
export interface Recording {
  readonly key: string;
  readonly entries: readonly Entry[];
}

/** The race as it was known from an instant on, milliseconds of the server's clock. */
export interface Known {
  readonly at: number;
  readonly race: Snapshot;
}

const BEFORE_GUN_MS = 5000;
const AFTER_LAST_S = 8;

/** Seconds that the page may be behind: television is, by up to so much. */
export const MOST_DELAY_S = 300;

/** Race seconds at an instant of the server's clock; null before the gun. */
export function raceSeconds(race: Snapshot | null, unix: number): number | null {
  const gun = race?.clock.gun_unix_ns ?? null;
  return race === null || gun === null ? null : ((unix - gun / 1e6) * race.clock.rate) / 1000;
}

/** Every state that a recording went through. What has not changed is shared between them. */
export function states(entries: readonly Entry[]): readonly Known[] {
  const known: Known[] = [];
  for (const { at_unix_ns, snapshot, delta } of entries) {
    const before = known.at(-1);
    const race = snapshot ?? (before !== undefined && delta !== undefined ? fold(before.race, delta) : undefined);
    if (race === undefined) continue;
    known.push({ at: Math.max(at_unix_ns / 1e6, before?.at ?? -Infinity), race });
  }
  return known;
}

/** What was known when: it is added to at its end, and asked for any instant. */
export class Timeline {
  #known: Known[];

  constructor(known: readonly Known[] = []) {
    this.#known = [...known];
  }

  /** The instant from which on something is known; null of nothing. */
  get from(): number | null {
    return this.#known[0]?.at ?? null;
  }

  get last(): Known | null {
    return this.#known.at(-1) ?? null;
  }

  /** It is known from now on; never before what was known already. */
  push(at: number, race: Snapshot): void {
    const last = this.last;
    if (last?.race === race) return;
    this.#known.push({ at: Math.max(at, last?.at ?? -Infinity), race });
  }

  /** What a recording knows of the time before, and of what was not heard here. */
  precede(earlier: readonly Known[]): void {
    const last = earlier.at(-1);
    if (last === undefined) return;
    const { boot, seq } = last.race;
    const later = this.#known.filter(({ at, race }) => (race.boot === boot ? race.seq > seq : at > last.at));
    this.#known = [...earlier];
    for (const { at, race } of later) this.push(at, race);
  }

  /** What was known at an instant; null where nothing was. */
  at(unix: number): Snapshot | null {
    let [low, high] = [0, this.#known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#known[middle] as Known).at <= unix) low = middle + 1;
      else high = middle;
    }
    return this.#known[low - 1]?.race ?? null;
  }

  /** Of what was known before this instant, only the last is kept. */
  forget(before: number): void {
    const first = this.#known.findLastIndex(({ at }) => at <= before);
    if (first > 0) this.#known.splice(0, first);
  }
}

/** From a little before the gun to a little after the last that was timed. */
export function span(known: readonly Known[]): [number, number] {
  const [first, last] = [known[0] as Known, known.at(-1) as Known];
  const { gun_unix_ns: gun, rate } = last.race.clock;
  if (gun === null) return [first.at, last.at];
  const timed = last.race.runners.flatMap(({ splits, result }) => [
    ...splits.map(({ elapsed_s }) => elapsed_s),
    (result?.mark?.value ?? 0) / 1000,
  ]);
  const end = gun / 1e6 + ((Math.max(0, ...timed) + AFTER_LAST_S) * 1000) / rate;
  return [Math.max(first.at, gun / 1e6 - BEFORE_GUN_MS), Math.max(end, gun / 1e6 + 1000)];
}
