import type { Light } from "../live/protocol.ts";
import { lightAt } from "./plan.ts";

/**
 * How the engine turns a light that runs: `pacelight.plan.change`, number for number.
 * `tests/golden/replans.json` holds the two equal.
 */

/** Seconds in which a light changes its speed, unless that is too steep. */
const EASING_S = 4;
/** Metres a second squared: by more no light is accelerated. */
const GENTLE = 0.25;
/** Metres a second that a light may run. */
const [SLOWEST, FASTEST] = [2, 11];

type Way = Pick<Light, "pieces" | "finish_s">;

/** Metres a second of a light at a time of its own, while it runs. */
export function speedOf(light: Way, seconds: number): number {
  const piece = light.pieces.findLast(([start]) => start <= seconds);
  return piece === undefined ? 0 : piece[2] + piece[3] * (seconds - piece[0]);
}

/**
 * A light that from an instant on runs evenly to be at the finish at another time, its speed changed gently.
 * @param at of the light's own time
 * @returns null where that cannot be run: the engine would refuse it
 */
export function turned(light: Light, at: number, finish: number, distance: number): Pick<Light, "pieces" | "finish_s"> | null {
  if (at <= 0 || at >= light.finish_s) return null;
  const [metre, speed] = [lightAt(light, at, distance), speedOf(light, at)];
  const [leftM, leftS] = [distance - metre, finish - at];
  const easing = easingOf(leftM - speed * leftS, leftS);
  if (easing === null) return null;
  const then = (leftM - (speed * easing) / 2) / (leftS - easing / 2);
  if (then < SLOWEST || then > FASTEST) return null;
  const kept = light.pieces.filter(([start]) => start < at);
  const eased = metre + ((speed + then) / 2) * easing;
  return { pieces: [...kept, [at, metre, speed, (then - speed) / easing], [at + easing, eased, then, 0]], finish_s: finish };
}

/** Seconds for the change of speed by which so many metres are gained; null where there is no time. */
function easingOf(gained: number, left: number): number | null {
  if (left <= EASING_S) return null;
  if (Math.abs(gained) / (left - EASING_S / 2) / EASING_S <= GENTLE) return EASING_S;
  const under = left ** 2 - (2 * Math.abs(gained)) / GENTLE;
  return under > 0 ? left - Math.sqrt(under) : null;
}
