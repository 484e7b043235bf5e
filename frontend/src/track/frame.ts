import type { Light, Snapshot } from "../live/protocol.ts";
import { linear } from "./colour.ts";
import { drawn, stretch, type Lamps } from "./looks.ts";
import { along, glow, lightAt, lightSeconds } from "./plan.ts";

/** Metres before and behind a light in which no look shows, or a lamp's cell if that is longer. */
const CLEAR_M = 2;

/** A second, of all that blinks, together: at most 3 are harmless (WCAG 2.2, 2.3.1). */
const BLINKS = 2;

/** An instant: race seconds since the gun, and the clock of the world in milliseconds. */
export interface Instant {
  readonly seconds: number | null;
  readonly unix: number;
  /** With less motion nothing blinks and nothing swells. */
  readonly calm: boolean;
}

/** A light that shines now, and the metres past the finish line of its leading edge. */
export interface Shining {
  readonly light: Light;
  readonly place: number;
}

/** The lights that shine now; one that is through is out: a light that stands still paces nobody. */
export function shining(race: Snapshot, seconds: number | null): Shining[] {
  const does = race.look?.lights ?? null;
  if (does === null) return [];
  const now = does === "run" ? lightSeconds(race.holds ?? [], seconds ?? 0) : 0;
  const { start_s: start, way } = race.track;
  return race.lights
    .filter((light) => now <= light.finish_s)
    .map((light) => ({ light, place: start + along(way, lightAt(light, now, race.race.event.distance_m)) }));
}

/**
 * What every lamp shows: red, green and blue of each, linear in light, 0 to 1, as the engine's own lamps do.
 * Each frame is drawn from nothing.
 */
export function frame(race: Snapshot, lamps: Lamps, instant: Instant): Float64Array {
  const rgb = new Float64Array(3 * lamps.cells.length);
  const lights = shining(race, instant.seconds);
  lookOn(rgb, race, lamps, instant, lights);
  const on = instant.calm || (instant.unix * BLINKS) % 1000 < 500;
  for (const { light, place } of upwards(race, lights)) {
    if (light.pattern === "blinking" && !on) continue;
    const colour = linear(light.colour);
    lamps.cells.forEach((cell, n) => {
      const share = glow(cell, place, lamps.lap, light);
      if (share > 0) lay(rgb, 3 * n, colour, share, race.blend);
    });
  }
  return rgb;
}

/** A look; it gives way to the lights, so that it hides none. */
function lookOn(rgb: Float64Array, race: Snapshot, lamps: Lamps, instant: Instant, lights: readonly Shining[]): void {
  const { look } = race;
  if (look === null || look.colour === "") return;
  const shares = drawn(lamps, look, (instant.unix - look.begin_unix_ns / 1e6) / 1000, instant.calm);
  if (shares === null) return;
  const clear = lamps.cells.reduce((most, [from, to]) => Math.max(most, to - from), CLEAR_M);
  for (const { light, place } of lights) {
    const taken = stretch(lamps, place + clear, light.head_m + light.tail_m + 2 * clear);
    taken.forEach((share, n) => (shares[n] = (shares[n] ?? 0) * Math.max(0, 1 - share)));
  }
  const colour = linear(look.colour);
  shares.forEach((share, n) => colour.forEach((part, at) => (rgb[3 * n + at] = share * part)));
}

/** The light that covers all others last. */
function upwards(race: Snapshot, lights: readonly Shining[]): readonly Shining[] {
  if (race.blend === "brighter") return lights;
  return lights.toReversed().sort((one, other) => one.light.priority - other.light.priority);
}

function lay(rgb: Float64Array, at: number, colour: readonly number[], share: number, blend: Snapshot["blend"]): void {
  colour.forEach((part, n) => {
    const below = rgb[at + n] ?? 0;
    rgb[at + n] = blend === "cover" ? below * (1 - share) + part * share : Math.max(below, part * share);
  });
}
