import type { Runner, Snapshot } from "../live/protocol.ts";
import { isUnderWay, lastTwo } from "../track/projection.ts";
import { pointText } from "../words/format.ts";
import { words } from "../words/index.ts";

/** What the picture shows, in a sentence for those who hear the page; it changes with each split. */
export function spoken(race: Snapshot, runner: Runner | null): string {
  const last = runner === null ? undefined : lastTwo(runner)[0];
  if (runner === null || last === undefined) return isUnderWay(race.state) ? "" : words.said.before;
  const point = pointText(last.distance_m, race.race.event.distance_m);
  const parts = [words.said.leads(runner.name, point, last.text)];
  for (const gap of runner.gaps.filter((entry) => entry.distance_m === last.distance_m)) {
    const known = race.lights.find((entry) => entry.name === gap.light);
    const light = known === undefined ? gap.light : known.label;
    const [seconds, metres] = [Math.abs(gap.gap_s).toFixed(2), Math.abs(gap.gap_m).toFixed(1)];
    if (Number(seconds) === 0) parts.push(words.said.level(light));
    else parts.push((gap.gap_s > 0 ? words.said.ahead : words.said.behind)(seconds, metres, light));
  }
  return `${parts.join(", ")}.`;
}
