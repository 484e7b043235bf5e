import type { Light } from "../live/protocol.ts";
import { lightAt } from "../track/plan.ts";
import { speedAt } from "./apart.ts";

/** `3:45.14`, `45.1`, `1:02:03`: seconds of a time as people write it; null of what is none. */
export function secondsOf(text: string): number | null {
  const found = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0"] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}

/**
 * A light as it would go for another time from now on, for the eye: evenly, while the engine turns it within seconds.
 * @param seconds of the light's own time
 * @param text the time, as it was typed
 */
export function previewed(light: Light, seconds: number, finish: number, text: string, distance: number): Light | null {
  const from = Math.max(0, seconds);
  const metre = lightAt(light, from, distance);
  if (finish <= from || metre >= distance) return null;
  const pieces = [...light.pieces.filter(([start]) => start < from), [from, metre, (distance - metre) / (finish - from), 0] as const];
  return { ...light, name: `${light.name} preview`, label: text, mark: { ...light.mark, text }, pattern: "dashed", dash_m: 1, pieces, finish_s: finish, priority: light.priority + 1 };
}

/** Seconds a lap at which a light runs now; null where there is no lap, or it does not run. */
export function lapSeconds(light: Light, seconds: number, distance: number, lap: number): number | null {
  const speed = speedAt(light, seconds, distance);
  return lap > 0 && speed > 0 && seconds < light.finish_s ? lap / speed : null;
}

/** By how many seconds a lap a light is changed that goes for another time. */
export const changedPerLap = (light: Light, preview: Light, seconds: number, distance: number, lap: number): number | null => {
  const [before, after] = [lapSeconds(light, seconds, distance, lap), lapSeconds(preview, seconds, distance, lap)];
  return before === null || after === null ? null : after - before;
};
