import type { Light } from "../live/protocol.ts";
import { turned } from "../track/turned.ts";
import { speedAt } from "./apart.ts";

/** `3:45.14`, `45.1`, `1:02:03`: seconds of a time as people write it; null of what is none. */
export function secondsOf(text: string): number | null {
  const found = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0"] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}

/**
 * A light as the engine would turn it for another time from now on; null where the engine would refuse it.
 * @param seconds of the light's own time
 * @param text the time, as it was typed
 */
export function previewed(light: Light, seconds: number, finish: number, text: string, distance: number): Light | null {
  const way = turned(light, seconds, finish, distance);
  if (way === null) return null;
  return { ...light, ...way, name: `${light.name} preview`, label: text, mark: { ...light.mark, text }, pattern: "dashed", dash_m: 1, priority: light.priority + 1 };
}

/** Seconds a lap at which a light runs now; null where there is no lap, or it does not run. */
export function lapSeconds(light: Light, seconds: number, distance: number, lap: number): number | null {
  const speed = speedAt(light, seconds, distance);
  return lap > 0 && speed > 0 && seconds < light.finish_s ? lap / speed : null;
}

/** By how many seconds a lap a light is changed that goes for another time, once it has its new speed. */
export function changedPerLap(light: Light, preview: Light, seconds: number, distance: number, lap: number): number | null {
  const before = lapSeconds(light, seconds, distance, lap);
  const speed = preview.pieces.at(-1)?.[2] ?? 0;
  return before === null || speed <= 0 ? null : lap / speed - before;
}
