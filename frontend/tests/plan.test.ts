import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Light, Runner } from "../src/live/protocol.ts";
import { cells, glow, lightAt, lightSeconds, together } from "../src/track/plan.ts";
import { leader, whereabouts } from "../src/track/projection.ts";

const MILE = 1609.344;

function light(pieces: Light["pieces"], finish: number): Light {
  const mark = { text: "", value: 0, unit: "ms", precision: 2 };
  const shape = { head_m: 1, tail_m: 5, pattern: "comet", dash_m: 2, priority: 0 } as const;
  return { name: "L", label: "", colour: "#fff", ...shape, mark, athlete: null, as_of: null, pieces, finish_s: finish };
}

function runner(splits: readonly [number, number][], changes: Partial<Runner> = {}): Runner {
  return {
    bib: "1",
    name: "A B",
    nation: "NOR",
    finish_only: false,
    status: null,
    splits: splits.map(([distance_m, elapsed_s]) => ({ distance_m, elapsed_s, text: "", official: false, method: "photo" })),
    gaps: [],
    result: null,
    ...changes,
  };
}

test("the light stands before the gun and after its finish", () => {
  const even = light([[0, 0, MILE / 226.63, 0]], 226.63);
  assert.equal(lightAt(even, -3, MILE), 0);
  assert.equal(lightAt(even, 226.63, MILE), MILE);
  assert.equal(lightAt(even, 300, MILE), MILE);
  assert.ok(Math.abs(lightAt(even, 14.0821353297, MILE) - 100) < 1e-6);
});

test("the light is on the right piece at each instant, and continuous between pieces", () => {
  const two = light([[0, 0, 6, 0.1], [10, 65, 7, -0.05]], 30);
  assert.equal(lightAt(two, 5, 1000), 5 * (6 + 0.25));
  assert.equal(lightAt(two, 10, 1000), 65);
  assert.equal(lightAt(two, 12, 1000), 65 + 2 * (7 - 0.05));
});

const SHAPE = light([], 0);

/** Lamps at even metres of a lap of 200 m, each for half a metre before it and half a metre behind. */
const EVEN = cells(Array.from({ length: 200 }, (_, n) => n), 200);

function shares(place: number, shape = SHAPE): number[] {
  return EVEN.map((cell) => glow(cell, place, 200, shape));
}

test("a lamp shines half-way to its neighbours, also across the line", () => {
  assert.deepEqual(cells([0, 10, 30], 100), [[-35, 5], [5, 20], [20, 65]]);
});

test("neighbours that are drawn together cover what they cover one by one", () => {
  const one = cells([0, 10, 20, 30, 45], 60);
  assert.deepEqual(together(one, 1), one);
  assert.deepEqual(together(one, 2), [[-7.5, 15], [15, 37.5], [37.5, 52.5]]);
  assert.deepEqual(together(one, 9), [[-7.5, 52.5]]);
});

test("a lamp shines as much as the light covers of its stretch", () => {
  const bright = shares(10.25);
  assert.equal(bright[11], 0);
  assert.equal(bright[10], 0.75);
  assert.ok(Math.abs((bright[9] ?? 0) - (0.25 + 0.75 - 0.75 ** 2 / 10)) < 1e-12);
  assert.ok(Math.abs((bright[4] ?? 0) - 0.25 ** 2 / 10) < 1e-12);
  assert.equal(bright[3], 0);
});

test("wherever a light is, all of it is shown: the head and half the tail", () => {
  for (let place = -3; place < 403; place += 0.37) {
    const sum = shares(place).reduce((total, share) => total + share, 0);
    assert.ok(Math.abs(sum - 3.5) < 1e-9, `${sum} m at ${place}`);
  }
});

test("a light that fills the lap shines on its first lamp from both ends", () => {
  const whole = { ...SHAPE, head_m: 200, tail_m: 0 };
  for (const share of shares(77.7, whole)) assert.ok(Math.abs(share - 1) < 1e-12);
});

test("the page shows exactly what the lamps show", () => {
  const file = new URL("../../tests/golden/shares.json", import.meta.url);
  interface Case { lamps: number[]; place: number; head_m: number; tail_m: number; shares: number[] }
  for (const { lamps, place, head_m, tail_m, shares: shown } of JSON.parse(readFileSync(file, "utf8")) as Case[]) {
    const drawn = cells(lamps, 200).map((cell) => glow(cell, place, 200, { ...SHAPE, head_m, tail_m }));
    drawn.forEach((share, n) => assert.ok(Math.abs(share - (shown[n] ?? NaN)) < 1e-9, `lamp ${n}: ${share}`));
    assert.equal(drawn.length, shown.length);
  }
});

test("a runner without splits is nowhere", () => {
  assert.equal(whereabouts(runner([], { finish_only: true }), 50, MILE, "running", 1), null);
});

test("a runner is projected from the last pace and waits at the next point until seen there", () => {
  const seen = runner([[100, 14], [200, 28]]);
  assert.deepEqual(whereabouts(seen, 35, MILE, "running", 1), { known: 200, projected: 250 });
  const late = whereabouts(seen, 60, MILE, "running", 1)?.projected ?? 0;
  assert.ok(late > 300 && late < 310);
});

test("nobody is projected beyond the finish, after it, or out of the race", () => {
  const close = runner([[1400, 196], [1500, 209.63]]);
  assert.equal(whereabouts(runner([[1500, 210], [1600, 224]]), 230, MILE, "running", 1)?.projected, MILE);
  assert.equal(whereabouts(close, 226, MILE, "aborted", 1)?.projected, null);
  assert.equal(whereabouts({ ...close, status: "DNF" }, 215, MILE, "running", 1), null);
  const home = { ...close, result: { place: 1, mark: { text: "3:45.14", value: 225140, unit: "ms", precision: 2 } } };
  assert.deepEqual(whereabouts(home, 230, MILE, "running", 1), { known: MILE, projected: null });
});

test("splits that came in the wrong order are put right", () => {
  assert.equal(whereabouts(runner([[200, 28], [100, 14]]), 35, MILE, "running", 1)?.projected, 250);
});

test("the leader is the first at the furthest point", () => {
  const [a, b] = [runner([[100, 14.2]], { bib: "a" }), runner([[100, 14.1]], { bib: "b" })];
  assert.equal(leader([a, b])?.bib, "b");
  assert.equal(leader([runner([], { finish_only: true, bib: "f" }), runner([], { bib: "s" })])?.bib, "s");
});

test("who is out is nowhere on the track, has no finish and leads nobody", () => {
  const fell = runner([[100, 14], [200, 28]], { bib: "fell", status: "DNF" });
  const barred = runner([[100, 15]], { bib: "barred", status: "DQ", result: { place: null, mark: null } });
  const third = runner([[100, 16]], { bib: "third" });
  assert.equal(whereabouts(fell, 30, MILE, "running", 1), null);
  assert.equal(whereabouts(barred, 30, MILE, "finished", 1), null);
  assert.equal(leader([fell, barred, third])?.bib, "third");
  assert.equal(leader([{ ...fell, splits: [] }, fell]), null);
});

test("where nothing comes round, the outermost lamps shine as far out as in", () => {
  assert.deepEqual(cells([-63, -30, 0, 10], Infinity), [[-79.5, -46.5], [-46.5, -15], [-15, 5], [5, 15]]);
});

test("a light that has passed the end of a line shows nowhere, least of all at its begin", () => {
  const line = cells(Array.from({ length: 131 }, (_, n) => n - 113), Infinity);
  const lit = (place: number) => line.filter((cell) => glow(cell, place, Infinity, SHAPE) > 0).length;
  assert.equal(lit(-113.6), 0);
  assert.equal(lit(-50), 7);
  assert.equal(lit(17.5), 6);
  assert.equal(lit(23.6), 0);
});

test("the time in which the lights stood is no time of theirs", () => {
  const holds = [
    { from_s: 10, to_s: 15 },
    { from_s: 20, to_s: null },
  ];
  assert.deepEqual(
    [9, 12, 15, 18, 20, 99].map((seconds) => lightSeconds(holds, seconds)),
    [9, 10, 10, 13, 15, 15],
  );
  assert.equal(lightSeconds([], 7), 7);
});
