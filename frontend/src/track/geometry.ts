import type { Track } from "../live/protocol.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place on the kerb and the direction away from the infield, both in CSS pixels. */
export interface Spot extends Point {
  readonly outX: number;
  readonly outY: number;
}

/** The track laid into a rectangle: from metres of the lap to pixels. */
export class Layout {
  readonly scale: number;
  readonly #s: readonly number[];
  readonly #spots: readonly Spot[];
  readonly #lap: number;

  /** `margin` is the space in pixels that is kept free around the kerb on every side. */
  constructor(track: Track, width: number, height: number, margin: Point) {
    const xs = track.outline.map(([, x]) => x);
    const ys = track.outline.map(([, , y]) => y);
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    this.scale = Math.min((width - 2 * margin.x) / (right - left), (height - 2 * margin.y) / (high - low));
    const place = ([, x, y]: readonly [number, number, number]): Point => ({
      x: width / 2 + (x - (left + right) / 2) * this.scale,
      y: height / 2 - (y - (low + high) / 2) * this.scale,
    });
    const points = track.outline.map(place);
    this.#lap = track.lap_m;
    this.#s = track.outline.map(([s]) => s);
    this.#spots = points.map((point, n) => outward(point, points.at(n - 1) ?? point, points[(n + 1) % points.length] ?? point));
    if (area(points) < 0) this.#spots = this.#spots.map((spot) => ({ ...spot, outX: -spot.outX, outY: -spot.outY }));
  }

  /** The spot at these metres of the lap; any number, laps are taken off. */
  at(metres: number): Spot {
    const s = ((metres % this.#lap) + this.#lap) % this.#lap;
    let n = Math.min(this.#s.length - 1, Math.floor((s / this.#lap) * this.#s.length));
    while (n > 0 && (this.#s[n] ?? 0) > s) n -= 1;
    while (n + 1 < this.#s.length && (this.#s[n + 1] ?? Infinity) <= s) n += 1;
    const here = this.#spots[n] as Spot;
    const next = this.#spots[(n + 1) % this.#spots.length] as Spot;
    const from = this.#s[n] ?? 0;
    const share = (s - from) / ((this.#s[n + 1] ?? this.#lap) - from);
    const mix = (a: number, b: number) => a + (b - a) * share;
    return {
      x: mix(here.x, next.x),
      y: mix(here.y, next.y),
      outX: mix(here.outX, next.outX),
      outY: mix(here.outY, next.outY),
    };
  }

  /** The closed line that runs this many pixels outside the kerb. */
  line(offset: number): Path2D {
    const path = new Path2D();
    for (const { x, y, outX, outY } of this.#spots) path.lineTo(x + offset * outX, y + offset * outY);
    path.closePath();
    return path;
  }
}

function outward(here: Point, before: Point, after: Point): Spot {
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const length = Math.hypot(dx, dy) || 1;
  return { ...here, outX: dy / length, outY: -dx / length };
}

/** Twice the signed area: says which way round the outline runs on the screen. */
function area(points: readonly Point[]): number {
  return points.reduce((sum, point, n) => {
    const next = points[(n + 1) % points.length] ?? point;
    return sum + point.x * next.y - next.x * point.y;
  }, 0);
}
