import type { Light } from "../live/protocol.ts";

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

/** The stretch of the lap that a lamp shines for, in metres. */
export type Cell = readonly [from: number, to: number];

/** Lamp by lamp, from where to where it shines: half-way to its neighbours, also across the finish line. */
export function cells(lamps: readonly number[], lap: number): Cell[] {
  const between = lamps.map((lamp, n) => (lamp + (lamps[n + 1] ?? (lamps[0] ?? 0) + lap)) / 2);
  return between.map((to, n) => [between[n - 1] ?? (between.at(-1) ?? lap) - lap, to]);
}

/**
 * How bright a lamp shines, 0 to 1: how much of its cell the light covers, exactly as on the track.
 * `place` is the light's leading edge in metres of the lap, any number of laps.
 */
export function glow([from, to]: Cell, place: number, lap: number, light: Light): number {
  const near = place - lap * Math.floor((place - from) / lap);
  const covered = (edge: number) => lit(near + edge - from, light) - lit(near + edge - to, light);
  return (covered(0) + covered(lap)) / (to - from);
}

/** Light between the leading edge and so many metres behind it: full along the head, then fading to nothing. */
function lit(behind: number, light: Light): number {
  const length = light.head_m + light.tail_m;
  const within = Math.max(0, Math.min(behind, length));
  const faded = Math.max(0, within - light.head_m);
  return light.tail_m > 0 ? within - (faded * faded) / (2 * light.tail_m) : within;
}
