import type { Track } from "../live/protocol.ts";
import { Layout } from "../track/geometry.ts";
import type { Laid, Picture } from "./shapes.ts";

export const WIDE = 1000;
const MARGIN = 60;
const STEPS = 240;

export interface Drawn {
  readonly height: number;
  readonly layout: Layout;
  readonly track: Picture;
}

/** A track laid into a picture as high as it needs. */
export function drawn(track: Picture): Drawn {
  const [xs, ys] = [track.outline.map(([, x]) => x), track.outline.map(([, , y]) => y)];
  const [wide, high] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const height = Math.max(180, Math.round(((WIDE - 2 * MARGIN) * high) / wide) + 2 * MARGIN);
  const layout = new Layout(track as unknown as Track, WIDE, height, { x: MARGIN, y: MARGIN, top: 0 });
  return { height, layout, track };
}

/** The line from one metre to another in running direction, so many pixels outside the kerb. */
export function line({ layout, track }: Drawn, from: number, to: number, offset: number): string {
  const length = track.open ? to - from : (((to - from) % track.lap_m) + track.lap_m) % track.lap_m;
  const steps = Math.max(2, Math.ceil((Math.abs(length) / track.lap_m) * STEPS));
  const points = Array.from({ length: steps + 1 }, (_, n) => point(layout, from + (length * n) / steps, offset));
  return `M${points.join("L")}`;
}

/** The whole kerb. */
export function kerb({ layout, track }: Drawn): string {
  const points = track.outline.map(([s]) => point(layout, s, 0));
  return `M${points.join("L")}${track.open ? "" : "Z"}`;
}

/** Where a segment lies in running direction, whichever way it is numbered. */
export function span(laid: Laid, direction: string): readonly [number, number] {
  return direction === "against" ? [laid.to_m, laid.from_m] : [laid.from_m, laid.to_m];
}

export function spot({ layout }: Drawn, metre: number, offset: number): { readonly x: number; readonly y: number } {
  const { x, y, outX, outY } = layout.at(metre);
  return { x: round(x + offset * outX), y: round(y + offset * outY) };
}

function point(layout: Layout, metre: number, offset: number): string {
  const { x, y, outX, outY } = layout.at(metre);
  return `${round(x + offset * outX)} ${round(y + offset * outY)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
