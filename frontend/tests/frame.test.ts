import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Light, Look, Snapshot } from "../src/live/protocol.ts";
import { linear, step } from "../src/track/colour.ts";
import { frame } from "../src/track/frame.ts";
import { along, cells } from "../src/track/plan.ts";
import { countdownText, lookNow } from "../src/words/look.ts";

const [LAP, MILE, START] = [200, 1609.344, 190.656];

interface Case {
  readonly seconds: number;
  readonly unix_ms: number;
  readonly blend: Snapshot["blend"];
  readonly look: Look;
  readonly lamps: number[];
  readonly lights: Light[];
  readonly levels: number[];
}

const CASES = JSON.parse(readFileSync(new URL("../../tests/golden/page.json", import.meta.url), "utf8")) as Case[];

function shown({ seconds, unix_ms: unix, blend, look, lamps, lights }: Case, calm = false): Float64Array {
  const race = { blend, look, lights, race: { event: { distance_m: MILE } }, track: { start_s: START, way: [] } };
  return frame(race as unknown as Snapshot, { cells: cells(lamps, LAP), lap: LAP }, { seconds, unix, calm });
}

test("the page shows what the lamps show, in every look, pattern and blend, to a step of 255", () => {
  assert.ok(CASES.length > 70);
  CASES.forEach((one, number) => {
    const rgb = shown(one);
    assert.equal(rgb.length, one.levels.length);
    rgb.forEach((part, n) => {
      const [drawn, level] = [part * 255, one.levels[n] ?? NaN];
      assert.ok(Math.abs(drawn - level) < 1.6, `case ${number}, ${one.look.name}, channel ${n}: ${drawn}, not ${level}`);
    });
  });
});

test("where nothing moves more than it must, nothing blinks and no record swells", () => {
  for (const name of ["running", "record"] as const) {
    const some = CASES.filter(({ look }) => look.name === name);
    assert.ok(some.length > 2);
    for (const one of some) {
      const [now, later] = [0, 250].map((ms) => shown({ ...one, unix_ms: one.unix_ms + ms }, true));
      assert.deepEqual(now, later);
    }
  }
});

test("a colour is light and back", () => {
  for (const colour of ["#000000", "#19e36b", "#ffb000", "#ffffff", "#0a0a0a"]) {
    const back = linear(colour).map((part) => step(part).toString(16).padStart(2, "0")).join("");
    assert.equal(`#${back}`, colour);
  }
});

test("a steeplechase leaves the lap and comes back", () => {
  const way = [[0, 0, 1], [100, 100, 0.5], [140, 120, 1]] as const;
  assert.deepEqual([0, 99, 120, 140, 200].map((run) => along(way, run)), [0, 99, 110, 120, 180]);
  assert.equal(along([], 77), 77);
});

test("a look is shown from its beginning for its seconds, and counts down whole ones", () => {
  const look = { name: "countdown", begin_unix_ns: 5e9, at_m: 0, length_m: 0, seconds: 10, colour: "#ffb000", lights: null } as const;
  assert.equal(lookNow(look, 4999), null);
  assert.equal(lookNow(look, 5000), look);
  assert.equal(lookNow(look, 15000), null);
  assert.equal(lookNow({ ...look, seconds: 0 }, 1e12)?.name, "countdown");
  assert.deepEqual([5000, 5001, 6000, 14_999].map((unix) => countdownText(look, unix)), ["−0:10", "−0:10", "−0:09", "−0:01"]);
});
