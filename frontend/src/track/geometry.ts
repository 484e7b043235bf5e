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

/** Space in pixels that is kept free around the kerb. */
export interface Margin extends Point {
  /** As a share of the height, from the top: a track without an infield leaves it to the clock. */
  readonly top: number;
}

/** The track laid into a rectangle: from metres past the finish to pixels. */
export class Layout {
  readonly scale: number;
  readonly #s: readonly number[];
  readonly #spots: readonly Spot[];
  readonly #lap: number;
  readonly #open: boolean;

  constructor(track: Track, width: number, height: number, margin: Margin) {
    const xs = track.outline.map(([, x]) => x);
    const ys = track.outline.map(([, , y]) => y);
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const top = margin.top * height;
    this.scale = Math.min((width - 2 * margin.x) / (right - left), (height - top - 2 * margin.y) / (high - low));
    const place = ([, x, y]: readonly [number, number, number]): Point => ({
      x: width / 2 + (x - (left + right) / 2) * this.scale,
      y: (top + height) / 2 - (y - (low + high) / 2) * this.scale,
    });
    const points = track.outline.map(place);
    this.#lap = track.lap_m;
    this.#open = track.open;
    this.#s = track.outline.map(([s]) => s);
    const last = points.length - 1;
    this.#spots = points.map((point, n) =>
      track.open
        ? outward(point, points[Math.max(0, n - 1)] ?? point, points[Math.min(last, n + 1)] ?? point)
        : outward(point, points.at(n - 1) ?? point, points[(n + 1) % points.length] ?? point),
    );
    if (track.open || area(points) < 0) {
      this.#spots = this.#spots.map((spot) => ({ ...spot, outX: -spot.outX, outY: -spot.outY }));
    }
  }

  /** The spot at these metres past the finish; of a lap any number, laps are taken off; never beyond an end. */
  at(metres: number): Spot {
    return this.#open ? this.#onLine(metres) : this.#onLap(((metres % this.#lap) + this.#lap) % this.#lap);
  }

  #onLap(s: number): Spot {
    const n = this.#before(s, s / this.#lap);
    const from = this.#s[n] ?? 0;
    return this.#between(n, (n + 1) % this.#spots.length, (s - from) / ((this.#s[n + 1] ?? this.#lap) - from));
  }

  #onLine(s: number): Spot {
    const first = this.#s[0] ?? 0;
    const n = Math.min(this.#before(s, (s - first) / this.#lap), this.#spots.length - 2);
    const from = this.#s[n] ?? 0;
    const share = (s - from) / ((this.#s[n + 1] ?? from + 1) - from);
    return this.#between(n, n + 1, Math.max(0, Math.min(1, share)));
  }

  /** The last point of the outline that is not beyond these metres; `guess` is their share of the whole. */
  #before(s: number, guess: number): number {
    let n = Math.max(0, Math.min(this.#s.length - 1, Math.floor(guess * this.#s.length)));
    while (n > 0 && (this.#s[n] ?? 0) > s) n -= 1;
    while (n + 1 < this.#s.length && (this.#s[n + 1] ?? Infinity) <= s) n += 1;
    return n;
  }

  #between(one: number, other: number, share: number): Spot {
    const [here, next] = [this.#spots[one] as Spot, this.#spots[other] as Spot];
    const mix = (a: number, b: number) => a + (b - a) * share;
    return {
      x: mix(here.x, next.x),
      y: mix(here.y, next.y),
      outX: mix(here.outX, next.outX),
      outY: mix(here.outY, next.outY),
    };
  }

  /** The line that runs this many pixels outside the kerb; of a lap it is closed. */
  line(offset: number): Path2D {
    const path = new Path2D();
    for (const { x, y, outX, outY } of this.#spots) path.lineTo(x + offset * outX, y + offset * outY);
    if (!this.#open) path.closePath();
    return path;
  }
}

/** How much wider than high the track is drawn, within what a page has room for. */
export function shape(track: Track): number {
  const [xs, ys] = [track.outline.map(([, x]) => x), track.outline.map(([, , y]) => y)];
  const [wide, high] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const [least, most] = track.open ? [1.6, 2.9] : [1.2, 2.9];
  return Math.max(least, Math.min(most, wide / high));
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
