import type { Hold, Light } from "../live/protocol.ts";

/** Metres of the light after so many seconds: 0 before the gun, the whole distance after its finish. */
export function lightAt(light: Light, seconds: number, distance: number): number {
  if (seconds <= 0) return 0;
  if (seconds >= light.finish_s) return distance;
  const { pieces } = light;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.[0] ?? Infinity) <= seconds) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  const [start, metre, speed, slope] = piece;
  const u = seconds - start;
  return metre + u * (speed + (slope * u) / 2);
}

/** The light's own time: how long it has run since the gun, the time in which it was held left out. */
export function lightSeconds(holds: readonly Hold[], seconds: number): number {
  const held = holds.filter(({ from_s }) => from_s < seconds);
  return seconds - held.reduce((sum, { from_s, to_s }) => sum + Math.min(to_s ?? seconds, seconds) - from_s, 0);
}

/** Metres of the lap from the start after so many metres run: a steeplechase leaves the lap for its water jump. */
export function along(way: readonly (readonly [number, number, number])[], run: number): number {
  const row = way.findLast(([from]) => from <= run) ?? way[0];
  return row === undefined ? run : row[1] + (run - row[0]) * row[2];
}

/** What a light looks like. */
export type Shape = Pick<Light, "head_m" | "tail_m" | "pattern" | "dash_m">;

/** The stretch of the lap that a lamp shines for, in metres. */
export type Cell = readonly [from: number, to: number];

/**
 * Lamp by lamp, from where to where it shines: half-way to its neighbours, also across the finish line.
 * Where nothing comes round, the lap being infinite, the outermost shine as far out as in.
 */
export function cells(lamps: readonly number[], lap: number): Cell[] {
  if (!Number.isFinite(lap)) {
    const between = lamps.slice(1).map((lamp, n) => (lamp + (lamps[n] ?? lamp)) / 2);
    return lamps.map((lamp, n) => {
      const [from, to] = [between[n - 1], between[n]];
      return [from ?? 2 * lamp - (to ?? lamp), to ?? 2 * lamp - (from ?? lamp)];
    });
  }
  const between = lamps.map((lamp, n) => (lamp + (lamps[n + 1] ?? (lamps[0] ?? 0) + lap)) / 2);
  return between.map((to, n) => [between[n - 1] ?? (between.at(-1) ?? lap) - lap, to]);
}

/** So many neighbours as one each: what a screen has no room for is drawn as the mean of them. */
export function together(cells: readonly Cell[], count: number): Cell[] {
  const firsts = cells.filter((_, n) => n % count === 0);
  return firsts.map(([from], n) => [from, (cells[Math.min((n + 1) * count, cells.length) - 1] ?? [0, 0])[1]]);
}

/**
 * How bright a lamp shines, 0 to 1: how much of its cell the light covers, exactly as on the track.
 * `place` is the light's leading edge in metres of the lap, any number of laps; the lap is infinite where
 * nothing comes round.
 */
export function glow([from, to]: Cell, place: number, lap: number, light: Shape): number {
  const comes = Number.isFinite(lap);
  const near = comes ? place - lap * Math.floor((place - from) / lap) : place;
  const covered = (edge: number) => lit(near + edge - from, light) - lit(near + edge - to, light);
  return (covered(0) + (comes ? covered(lap) : 0)) / (to - from);
}

/** Metres of light between the leading edge and so many metres behind it. */
function lit(behind: number, { head_m: head, tail_m: tail, pattern, dash_m: dash }: Shape): number {
  const within = Math.max(0, Math.min(behind, head + tail));
  if (pattern === "dashed") return dashed(within, dash);
  if (pattern !== "comet" || tail === 0) return within;
  const faded = Math.max(0, within - head);
  return within - (faded * faded) / (2 * tail);
}

/** Metres of light between an edge and so many metres behind it, where light and dark take turns. */
export function dashed(behind: number, dash: number): number {
  const whole = Math.floor(behind / (2 * dash));
  return whole * dash + Math.min(behind - 2 * dash * whole, dash);
}
