import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, speedAt, uncertainty } from "../src/console/apart.ts";
import { lastCheck } from "../src/console/checks.ts";
import { changedPerLap, lapSeconds, previewed, secondsOf } from "../src/console/plans.ts";
import { withLamps, type PressedAct } from "../src/console/pressed.ts";
import { HELD, isPossible, STEPS } from "../src/console/steps.ts";
import type { Change, Light, Output, RaceState, Runner, Snapshot } from "../src/live/protocol.ts";
import { lightAt } from "../src/track/plan.ts";

const DISTANCE = 1600;
const mark = { text: "4:00.00", value: 240000, unit: "ms", precision: 2 };
/** 400 m in 60 s. */
const LIGHT: Light = {
  name: "pace", label: "4:00.00", colour: "#19e36b", head_m: 1, tail_m: 8, pattern: "comet", dash_m: 2, priority: 0,
  mark, athlete: null, as_of: null, pieces: [[0, 0, DISTANCE / 240, 0]], finish_s: 240,
};
const runner = (...splits: readonly (readonly [number, number])[]): Runner => ({
  bib: "1", name: "A Runner", nation: "NOR", finish_only: false, status: null, result: null,
  splits: splits.map(([distance_m, elapsed_s]) => ({ distance_m, elapsed_s, text: "", official: false, method: "photo" })),
  gaps: [{ light: "pace", distance_m: 400, gap_s: 1.5, gap_m: 10 }],
});
const race = (state: RaceState = "running", more: Partial<Snapshot> = {}): Snapshot =>
  ({ state, race: { event: { distance_m: DISTANCE } }, clock: { gun_unix_ns: 0, rate: 1, server_unix_ns: 0, error_ms: 12 }, holds: [], lights: [LIGHT], ...more }) as unknown as Snapshot;

test("between splits the leader is where the last pace leads, beside the light as it is then", () => {
  const found = apart(race(), LIGHT, runner([200, 29], [400, 58.5]), 62);
  assert.ok(found?.projected);
  const where = 400 + (200 / 29.5) * 3.5;
  assert.ok(Math.abs(found.metres - (where - (62 * DISTANCE) / 240)) < 1e-6);
  assert.ok(Math.abs(found.seconds - found.metres / speedAt(LIGHT, 62, DISTANCE)) < 1e-6);
});

test("a light that is held is where it stands, and the runner runs on", () => {
  const held = race("held", { holds: [{ from_s: 59, to_s: null }] });
  const found = apart(held, LIGHT, runner([200, 29], [400, 58.5]), 62);
  assert.ok(found !== null && found.metres > 400 + 20 - (59 * DISTANCE) / 240 - 1);
});

test("once a light is through, what was measured last is shown, and nothing is invented before a split", () => {
  assert.deepEqual(apart(race(), LIGHT, runner([200, 29], [400, 58.5]), 241), { metres: 10, seconds: 1.5, projected: false });
  assert.equal(apart(race(), LIGHT, runner(), 62), null);
  assert.equal(apart(race(), LIGHT, null, 62), null);
  assert.equal(apart(race(), LIGHT, runner([400, 58.5]), null), null);
});

test("what nobody can say better is the error of the gun and of this clock", () => {
  assert.equal(uncertainty(race(), 8), 0.02);
  assert.equal(uncertainty(race(), null), null);
});

test("times are read as people write them", () => {
  assert.deepEqual(["3:45.14", "3:45,1", "59.9", "1:02:03", " 4:00 "].map(secondsOf), [225.14, 225.1, 59.9, 3723, 240]);
  assert.deepEqual(["", "soon", "3:45.1234", "3:", "1:2:3:4"].map(secondsOf), [null, null, null, null, null]);
});

test("a preview is the light until now, and then gently to the time that is typed", () => {
  const preview = previewed(LIGHT, 60, 230, "3:50", DISTANCE);
  assert.ok(preview !== null);
  for (const at of [10, 60]) assert.equal(lightAt(preview, at, DISTANCE), lightAt(LIGHT, at, DISTANCE));
  assert.ok(Math.abs(lightAt(preview, 229.999, DISTANCE) - DISTANCE) < 0.01);
  assert.deepEqual([preview.mark.text, preview.pattern], ["3:50", "dashed"]);
  const before = DISTANCE / 240;
  const then = (1200 - before * 2) / 168; // four seconds in which it changes, each half as much as the whole
  const lap = changedPerLap(LIGHT, preview, 61, DISTANCE, 400);
  assert.ok(lap !== null && Math.abs(lap - (400 / then - 60)) < 1e-6);
  assert.equal(previewed(LIGHT, 60, 59, "59", DISTANCE), null);
  assert.equal(previewed(LIGHT, 60, 100, "1:40", DISTANCE), null, "the engine would refuse 30 m/s");
  assert.equal(lapSeconds(LIGHT, 60, DISTANCE, 0), null);
});

const change = (line: number, act: string, text: string, undone = false): Change => ({ line, revision: line, act, text, by: "lights", role: "", reason: "", undone });

test("the last check counts until the race is loaded anew, and says line by line what was not right", () => {
  const faults = "checked despite: controller east is away; no standby follows";
  assert.deepEqual(lastCheck([change(1, "check", "checked"), change(2, "check", faults)]), {
    by: "lights", line: 2, faults: ["controller east is away", "no standby follows"],
  });
  assert.deepEqual(lastCheck([change(1, "check", "checked"), change(2, "arm", "armed")])?.faults, []);
  assert.equal(lastCheck([change(1, "check", "checked"), change(2, "load", "loaded")]), null);
  assert.equal(lastCheck([]), null);
});

const output = (told: number | null, shown: number | null): Output =>
  ({ frames: 1, late: 0, lateness_p99_ms: 0, target: "", told_unix_ns: told === null ? null : told * 1e6, shown_unix_ns: shown === null ? null : shown * 1e6 });

test("the first frame after a press is that of what it led to, and of no other look", () => {
  const pressed: PressedAct = { act: "gun", at: 5000, answered: 5040, shown: null };
  assert.equal(withLamps(pressed, output(5020, 5031)).shown, 5031);
  assert.equal(withLamps(pressed, output(5020, null)).shown, null);
  assert.equal(withLamps(pressed, output(4000, 4020)).shown, null); // of what was shown before
  assert.equal(withLamps(pressed, output(6010, 6020)).shown, null); // a second after the start another look is told
  assert.equal(withLamps({ ...pressed, act: "check" }, output(5020, 5031)).shown, null);
  assert.equal(withLamps({ ...pressed, answered: null }, output(5020, 5031)).shown, null);
});

test("in every state a blackout is possible, and what is next is held where a slip would cost a race", () => {
  const states = Object.keys(STEPS) as RaceState[];
  assert.equal(states.length, 10);
  assert.ok(states.every((state) => isPossible("blackout", state) && isPossible("fade", state)));
  assert.deepEqual(states.filter((state) => isPossible("gun", state)), ["armed"]);
  assert.deepEqual(states.filter((state) => isPossible("recall", state)), ["armed", "running", "held"]);
  assert.ok(HELD.has("arm") && HELD.has("abort") && !HELD.has("gun") && !HELD.has("recall"));
});
