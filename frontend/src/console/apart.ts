import type { Light, Runner, Snapshot } from "../live/protocol.ts";
import { lightAt, lightSeconds } from "../track/plan.ts";
import { awaited, lastTwo, whereabouts } from "../track/projection.ts";

/** How far a runner is from a light: ahead of it above zero. */
export interface Apart {
  readonly metres: number;
  readonly seconds: number;
  /** From the runner's last pace; else as it was measured at the last split. */
  readonly projected: boolean;
}

/** Over so short a time a light's speed is what it is now, seconds. */
const STEP_S = 0.05;

/** Metres a second of a light at a time of its own. */
export function speedAt(light: Light, seconds: number, distance: number): number {
  const from = Math.max(0, Math.min(seconds, light.finish_s - STEP_S));
  return (lightAt(light, from + STEP_S, distance) - lightAt(light, from, distance)) / STEP_S;
}

/** Between a runner and a light at this instant of the race; as at the last split once the next is overdue, null where nobody can say. */
export function apart(race: Snapshot, light: Light, runner: Runner | null, seconds: number | null): Apart | null {
  if (runner === null || seconds === null || seconds <= 0) return null;
  const { distance_m: distance } = race.race.event;
  const place = whereabouts(runner, seconds, distance, race.state, race.clock.rate);
  const lights = lightSeconds(race.holds ?? [], seconds);
  const projected = place?.projected ?? null;
  if (projected === null || projected > awaited(runner) || lights >= light.finish_s) return measured(light, runner);
  const metres = projected - lightAt(light, lights, distance);
  const speed = speedAt(light, lights, distance);
  return { metres, seconds: speed > 0 ? metres / speed : 0, projected: true };
}

/** At the last split. */
function measured(light: Light, runner: Runner): Apart | null {
  const last = lastTwo(runner)[0];
  const gap = runner.gaps.find((one) => one.light === light.name && one.distance_m === last?.distance_m);
  return gap === undefined ? null : { metres: gap.gap_m, seconds: gap.gap_s, projected: false };
}

/** By how much what is between a runner and a light may be wrong, seconds: the gun's error and this page's clock; null while unknown. */
export function uncertainty(race: Snapshot, clockErrorMs: number | null): number | null {
  const gun = race.clock.error_ms ?? null;
  return gun === null || clockErrorMs === null ? null : (gun + clockErrorMs) / 1000;
}
