import type { Runner, Snapshot } from "../live/protocol.ts";
import { isOut, isUnderWay, lastTwo } from "../track/projection.ts";
import { atText, numberText } from "../words/format.ts";
import { say, sayOr } from "../words/index.ts";
import { understood } from "../words/understood.ts";

/** What the picture shows, in a sentence for those who hear the page; it changes with each split. */
export function spoken(race: Snapshot, runner: Runner | null): string {
  if (runner !== null && isOut(runner)) return say("chase-said-out", { name: runner.name, status: statusText(runner) });
  const last = runner === null ? undefined : lastTwo(runner)[0];
  if (runner === null || last === undefined) return isUnderWay(race.state) ? "" : say("chase-said-before");
  const at = atText(last.distance_m, race.race.event.distance_m);
  const parts = [say("chase-said-leads", { name: runner.name, at, time: last.text })];
  for (const gap of runner.gaps.filter((entry) => entry.distance_m === last.distance_m)) {
    const known = race.lights.find((entry) => entry.name === gap.light);
    const light = known === undefined ? gap.light : understood(known.label);
    const [seconds, metres] = [numberText(Math.abs(gap.gap_s), 2), numberText(Math.abs(gap.gap_m), 1)];
    if (Math.abs(gap.gap_s) < 0.005) parts.push(say("chase-said-level", { light }));
    else parts.push(say(`chase-said-${gap.gap_s > 0 ? "ahead" : "behind"}`, { seconds, metres, light }));
  }
  return `${parts.join(", ")}.`;
}

function statusText({ status }: Runner): string {
  const means = sayOr(`chase-status-${status ?? ""}`, "");
  return [status, means].filter((one) => one !== "").join(", ");
}
