import assert from "node:assert/strict";
import { test } from "node:test";
import type { Track } from "../src/live/protocol.ts";
import { Layout, shape } from "../src/track/geometry.ts";

const STRAIGHT: Track = {
  name: "straight-110",
  lap_m: 130,
  start_s: -100,
  outline: Array.from({ length: 11 }, (_, n) => [n * 13 - 113, n * 13, 0] as const),
  lamps: [-113, 17],
  open: true,
  way: [],
};
const SQUARE: Track = {
  name: "square",
  lap_m: 40,
  start_s: 0,
  outline: [[0, 0, 0], [10, 10, 0], [20, 10, 10], [30, 0, 10]],
  lamps: [0],
  open: false,
  way: [],
};

test("a straight is laid from end to end below the clock, and nothing comes round", () => {
  const layout = new Layout(STRAIGHT, 460, 200, { x: 30, y: 20, top: 0.4 });
  assert.deepEqual([-113, 17].map((s) => Math.round(layout.at(s).x)), [30, 430]);
  assert.equal(Math.round(layout.at(0).x), 30 + Math.round((113 / 130) * 400));
  assert.equal(layout.at(60).x, layout.at(17).x); // beyond an end it stays there
  assert.equal(layout.at(-200).x, layout.at(-113).x);
  assert.ok(layout.at(0).y > 80 && layout.at(0).y < 200);
  assert.ok(layout.at(0).outY > 0.99); // to the right of who runs, below
});

test("a lap comes round", () => {
  const layout = new Layout(SQUARE, 100, 100, { x: 10, y: 10, top: 0 });
  for (const s of [0, 5, 39.5]) {
    assert.ok(Math.abs(layout.at(s).x - layout.at(s + 80).x) < 1e-9);
    assert.ok(Math.abs(layout.at(s).y - layout.at(s - 40).y) < 1e-9);
  }
});

test("the panel is neither a line nor a tower, whatever the track", () => {
  assert.equal(shape(STRAIGHT), 2.9);
  assert.equal(shape({ ...STRAIGHT, outline: STRAIGHT.outline.map(([s, x]) => [s, 0, x] as const) }), 1.6);
  assert.equal(shape(SQUARE), 1.2);
});
