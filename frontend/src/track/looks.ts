import type { Look, LookName } from "../live/protocol.ts";
import { type Cell, dashed } from "./plan.ts";

/** The lamps as looks need them: their cells, and the lap, which is infinite where nothing comes round. */
export interface Lamps {
  readonly cells: readonly Cell[];
  readonly lap: number;
}

type Drawing = (lamps: Lamps, look: Look, since: number) => Float64Array;

/** How each look is drawn: what `src/pacelight/lights/look` does, in the same metres and seconds. */
const DRAWN: Partial<Record<LookName, Drawing>> = {
  idle: (lamps) => turns(lamps, 0, 50, 1),
  countdown: (lamps, look, since) => {
    const length = 4 * Math.ceil(look.seconds - since);
    return stretch(lamps, look.at_m + length, length, 2);
  },
  start: (lamps, look, since) => {
    const half = Math.min(since * 20, 10);
    return stretch(lamps, look.at_m + half, 2 * half);
  },
  ahead: (lamps, look) => stretch(lamps, look.at_m + look.length_m, look.length_m),
  behind: (lamps, look) => stretch(lamps, look.at_m, look.length_m, 2),
  "false-start": everywhere,
  recall: (lamps) => turns(lamps, 0, 10, 5),
  record: (lamps, _look, since) => everywhere(lamps).fill(0.2 + 0.4 * (1 + Math.cos(Math.PI * since))),
  finish: (lamps, look) => stretch(lamps, look.at_m, look.length_m),
  abort: (lamps) => turns(lamps, 0, 10, 2),
  clap: (lamps, look, since) => {
    const half = turns(lamps, 0, 10, 5);
    return Math.floor((since * (look.per_minute ?? 120)) / 60) % 2 === 0 ? half : half.map((share) => 1 - share);
  },
  chase: (lamps, look, since) => turns(lamps, look.at_m + 10 * since, 20, 5),
  presentation: (lamps, look, since) => {
    const length = litMetres(lamps) * Math.min(since / 10, 1);
    return stretch(lamps, look.at_m + length, length);
  },
  walk: ({ cells }, { first, last, blinks }, since) => {
    const [from, to] = [first ?? 0, last ?? first ?? 0];
    if (blinks === true && Math.floor(since * 2) % 2 === 1) return new Float64Array(cells.length);
    return Float64Array.from(cells, (_, lamp) => Number(from <= to ? lamp >= from && lamp <= to : lamp >= from || lamp <= to));
  },
};

/** Seconds into a look at which it is shown where nothing moves more than it must: evenly, as much as it shines in the mean. */
const CALM: Partial<Record<LookName, number>> = { record: 0.5, clap: 0, chase: 0, presentation: 10, walk: 0 };

/**
 * How much of each lamp a look lights, 0 to 1; null where it is dark.
 * With less motion a record does not swell: it shines evenly, as much as it does in the mean.
 */
export function drawn(lamps: Lamps, look: Look, since: number, calm: boolean): Float64Array | null {
  const draw = DRAWN[look.name];
  if (draw === undefined || since < 0 || (look.seconds > 0 && since >= look.seconds)) return null;
  return draw(lamps, look, calm ? (CALM[look.name] ?? since) : since);
}

/** Metres that the lamps light. */
function litMetres({ cells }: Pick<Lamps, "cells">): number {
  return (cells.at(-1)?.[1] ?? 0) - (cells[0]?.[0] ?? 0);
}

function everywhere({ cells }: Lamps): Float64Array {
  return new Float64Array(cells.length).fill(1);
}

/** The metres before a place; of dashes the first ends there. */
export function stretch({ cells, lap }: Lamps, end: number, length: number, dash = 0): Float64Array {
  const first = cells[0]?.[0] ?? 0;
  const comes = Number.isFinite(lap);
  const last = comes ? end - lap * Math.floor((end - first) / lap) : end;
  const light = (edge: number): number => {
    const one = (behind: number): number => {
      const within = Math.max(0, Math.min(behind, length, lap));
      return dash > 0 ? dashed(within, dash) : within;
    };
    return one(last - edge) + (comes ? one(last + lap - edge) : 0);
  };
  return Float64Array.from(cells, ([from, to]) => (light(from) - light(to)) / (to - from));
}

/** Stretches at even distances all along the lamps, each behind its place; as many as fit best. */
function turns({ cells }: Lamps, place: number, every: number, lit: number): Float64Array {
  const all = litMetres({ cells });
  const between = all / Math.max(Math.round(all / every), 1);
  const each = (between * lit) / every;
  const light = (edge: number): number => {
    const behind = place - edge;
    const whole = Math.floor(behind / between);
    return whole * each + Math.min(behind - whole * between, each);
  };
  return Float64Array.from(cells, ([from, to]) => (light(from) - light(to)) / (to - from));
}
