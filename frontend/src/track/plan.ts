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

/** How bright a lamp shines, 0 to 1: full at the head, fading along the tail, rising within one lamp before it. */
export function glow(lamp: number, head: number, lap: number, tail: number, spacing: number): number {
  let behind = (((head - lamp) % lap) + lap) % lap;
  if (behind > lap - spacing) behind -= lap;
  if (behind < 0) return 1 + behind / spacing;
  return behind >= tail ? 0 : 1 - behind / tail;
}
