import { metresText } from "../words/format.ts";
import { say } from "../words/index.ts";

/** Where a time may be taken. */
export interface Point {
  readonly metres: number;
  readonly finish: boolean;
  /** Laps still to run, where it is whole ones. */
  readonly toGo: number | null;
}

/** Which line: what is passed on the way to the finish, or on the way from the start. */
export type Line = "finish" | "start";
/** When the next point is chosen without a tap. */
export type Advance = "stay" | "each" | "all";

const SAME_M = 0.0005;

/** Points of a race at one of the two lines, the finish last; without a lap the finish alone. */
export function points(distance: number, lap: number, line: Line, open: boolean): readonly Point[] {
  const laps = open || lap <= 0 ? 0 : Math.ceil((distance - SAME_M) / lap) - 1;
  const steps = Array.from({ length: laps }, (_, n) => n + 1);
  const metres = line === "start" ? steps.map((n) => n * lap) : steps.map((n) => distance - n * lap).reverse();
  const before = metres.map((at) => ({ metres: exact(at), finish: false, toGo: toGo(distance, at, lap) }));
  return [...before, { metres: exact(distance), finish: true, toGo: 0 }];
}

/** Whether the two lines are one. */
export const isOneLine = (distance: number, lap: number, open: boolean): boolean =>
  points(distance, lap, "start", open).every(({ metres }, n) => metres === points(distance, lap, "finish", open)[n]?.metres);

/** "800 m", or the finish. */
export const pointName = (metres: number, finish: number): string =>
  Math.abs(metres - finish) < 0.001 ? say("column-finish") : metresText(metres);

/** As a request names it: empty for the finish. */
export const distanceOf = (point: Point): string => (point.finish ? "" : `${point.metres} m`);

/**
 * The point for the time after this one.
 * @param taken times taken here, this one included
 * @param running runners who may still pass here
 */
export function after(all: readonly Point[], at: number, advance: Advance, taken: number, running: number): number {
  const goes = advance === "each" || (advance === "all" && taken >= Math.max(1, running));
  return goes ? Math.min(at + 1, all.length - 1) : at;
}

const exact = (metres: number): number => Math.round(metres * 1000) / 1000;

function toGo(distance: number, at: number, lap: number): number | null {
  const laps = (distance - at) / lap;
  return Math.abs(laps - Math.round(laps)) * lap < SAME_M ? Math.round(laps) : null;
}
