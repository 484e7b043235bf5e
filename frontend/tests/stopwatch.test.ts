import assert from "node:assert/strict";
import "./english.ts";
import { test } from "node:test";
import type { Measured } from "../src/live/clock.ts";
import { errorAt, momentOf, stamped, timeText, unixNs, unixNsLate } from "../src/race/instant.ts";
import { intent, type Pressed } from "../src/stopwatch/keys.ts";
import { after, distanceOf, isOneLine, points } from "../src/race/points.ts";

const measured: Measured = { offset: 250, error: 4, at: 1_000_000, wall: 3 };

test("an instant is when the browser stamped the event, not when it was looked at", () => {
  assert.deepEqual(momentOf(900, 935, 1_000_000, 1_000_938), { page: 1_000_900, wall: 1_000_903 });
});

test("a stamp of another clock is not believed", () => {
  for (const stamp of [2_000, 1_738_000_000_000, -60_000]) {
    assert.deepEqual(momentOf(stamp, 935, 1_000_000, 1_000_938), { page: 1_000_935, wall: 1_000_938 });
  }
});

test("the offset that was measured leads to the engine's clock", () => {
  assert.equal(unixNs(measured, { page: 1_000_500.25, wall: 1_000_503 }), 1_000_750_250_000);
});

test("whole numbers are sent, whatever day it is", () => {
  const at = unixNs(measured, { page: 1_795_962_968_814.573, wall: 1_795_962_968_817 });
  assert.equal(JSON.stringify(at), "1795962969064573000");
  assert.equal(JSON.parse(JSON.stringify(at)), at);
});

test("after a sleep nothing is known until the clock is measured again", () => {
  const slept = { page: 1_000_500, wall: 1_060_500 }; // the clock that never jumps stood for a minute
  assert.equal(unixNs(measured, slept), null);
  const again: Measured = { offset: 60_247, error: 4, at: 1_000_900, wall: 60_000 };
  assert.equal(unixNsLate(again, slept), (1_000_500 + 60_247) * 1e6);
});

test("what was pressed before a sleep, and waits, is told by the wall clock", () => {
  const before = { page: 1_000_500, wall: 1_000_503 };
  const again: Measured = { offset: 60_250, error: 4, at: 1_000_900, wall: 60_003 };
  assert.equal(unixNsLate(again, before), (1_000_500 + 250) * 1e6);
});

test("a measurement is worth less as it grows old", () => {
  assert.equal(errorAt(measured, { page: 1_000_000, wall: 0 }), 4);
  assert.ok(Math.abs(errorAt(measured, { page: 1_600_000, wall: 0 }) - 34) < 1e-9);
});

test("times are printed as marks are, rounded up", () => {
  const shown: readonly [number, string][] = [[0.001, "0.01"], [9.58, "9.58"], [62.341, "1:02.35"], [225.14, "3:45.14"], [605.4, "10:05.40"]];
  for (const [seconds, text] of shown) assert.equal(timeText(seconds), text);
});

test("points of a race lie at the finish line, or at the start line", () => {
  const metres = (line: "finish" | "start"): number[] => points(1500, 400, line, false).map((point) => point.metres);
  assert.deepEqual(metres("finish"), [300, 700, 1100, 1500]);
  assert.deepEqual(metres("start"), [400, 800, 1200, 1500]);
  assert.deepEqual(points(1500, 400, "finish", false).map(({ toGo }) => toGo), [3, 2, 1, 0]);
  assert.deepEqual(points(1609.344, 200, "finish", false)[0], { metres: 9.344, finish: false, toGo: 8 });
});

test("the finish is named by nothing, other points by their metres", () => {
  const all = points(1609.344, 200, "finish", false);
  assert.equal(distanceOf(all[1]!), "209.344 m");
  assert.equal(distanceOf(all.at(-1)!), "");
});

test("a straight and a road have a finish alone, whole laps one line", () => {
  assert.deepEqual(points(100, 100, "start", true).map(({ finish }) => finish), [true]);
  assert.deepEqual(points(400, 400, "start", false).map(({ finish }) => finish), [true]);
  assert.ok(isOneLine(800, 400, false));
  assert.ok(!isOneLine(1500, 400, false));
});

test("the next point comes by a tap, after each time, or after all who run, and never beyond the finish", () => {
  const all = points(1500, 400, "finish", false);
  assert.equal(after(all, 0, "stay", 9, 9), 0);
  assert.equal(after(all, 0, "each", 1, 9), 1);
  assert.deepEqual([8, 9].map((taken) => after(all, 0, "all", taken, 9)), [0, 1]);
  assert.equal(after(all, 3, "each", 1, 9), 3);
});

const key = (name: string, changes: Partial<Pressed> = {}): Pressed => ({ key: name, repeat: false, modified: false, composing: false, ...changes });

test("any key of a foot switch is a split", () => {
  for (const name of [" ", "Enter", "b", "PageDown", "ArrowRight", "F13", "MediaPlayPause", "Unidentified"]) {
    assert.equal(intent(key(name), "", false), "split");
  }
});

test("a key that is held down, the browser's keys and those of an input method are none", () => {
  for (const pressed of [key(" ", { repeat: true }), key("r", { modified: true }), key("F5"), key("Tab"), key("Shift"), key("a", { composing: true })]) {
    assert.equal(intent(pressed, "", false), "none");
  }
});

test("figures are a bib, which Enter gives, Backspace shortens and Escape forgets", () => {
  assert.equal(intent(key("7"), "", false), "figure");
  assert.equal(intent(key("7"), "123456", false), "none");
  assert.equal(intent(key("Enter"), "12", false), "give");
  assert.deepEqual(["", "12"].map((typed) => intent(key("Backspace"), typed, false)), ["none", "back"]);
  assert.deepEqual(["", "12"].map((typed) => intent(key("Escape"), typed, false)), ["none", "leave"]);
  assert.equal(intent(key(" "), "12", false), "split");
  assert.equal(intent(key("u"), "", false), "undo");
});

test("where the focus is seen on a button, keys that work a button work it", () => {
  assert.deepEqual([" ", "Enter", "ArrowDown"].map((name) => intent(key(name), "", true)), ["none", "none", "none"]);
  assert.deepEqual(["b", "5", "u"].map((name) => intent(key(name), "", true)), ["split", "figure", "undo"]);
});

test("an instant is asked for with how well it is known, and not at all while the clock has slept", () => {
  const clock = { offset: 250, error: 4, at: 1_000_000, wall: 3 };
  assert.deepEqual(stamped(clock, { page: 1_000_500, wall: 1_000_503 }), { at_unix_ns: 1_000_750_000_000, error_ns: 4_025_000 });
  assert.deepEqual(stamped(clock, { page: 1_000_500, wall: 1_060_503 }), {});
  assert.deepEqual(stamped(null, { page: 1_000_500, wall: 1_000_503 }), {});
});
