import assert from "node:assert/strict";
import { test } from "node:test";
import { assign, held, move } from "../src/setup/assign.ts";
import { drawn, kerb, line, span, spot } from "../src/setup/drawing.ts";
import { segment, type Controller, type SurveyDraft } from "../src/setup/shapes.ts";

const found = (name: string, output: string): Controller => ({ kind: "wled", address: "10.0.0.9:80", name, output, universes: [], lamps: null, says: "" });

const survey = (): SurveyDraft => ({
  track: "short-200",
  controllers: [
    { name: "north", output: "", lamps: "150", segments: [{ ...segment(), count: "100" }, { ...segment(), first: "100", count: "50" }] },
    { name: "south", output: "ddp://10.0.0.2", lamps: "50", segments: [{ ...segment(), count: "50" }] },
  ],
});

test("alone on its own a segment keeps its controller, which gets the address", () => {
  const after = assign(survey(), found("roof", "ddp://10.0.0.9"), { controller: 1, segment: 0 });
  assert.deepEqual(after.controllers.map(({ name, output }) => [name, output]), [["north", ""], ["south", "ddp://10.0.0.9"]]);
});

test("one of several goes to a controller of its own, which has the name that was found", () => {
  const after = assign(survey(), found("south", "ddp://10.0.0.9"), { controller: 0, segment: 1 });
  assert.deepEqual(after.controllers.map(({ name, segments }) => [name, segments.length]), [["north", 1], ["south", 1], ["south 2", 1]]);
  assert.equal(after.controllers[2]?.output, "ddp://10.0.0.9");
  assert.equal(after.controllers[0]?.lamps, "");
});

test("a controller that has an address already gets the segment, and an empty one goes", () => {
  const once = assign(survey(), found("roof", "ddp://10.0.0.2"), { controller: 0, segment: 1 });
  const twice = assign(once, found("roof", "ddp://10.0.0.2"), { controller: 0, segment: 0 });
  assert.deepEqual(twice.controllers.map(({ name, segments }) => [name, segments.length]), [["south", 3]]);
  assert.equal(held(twice, found("", "ddp://10.0.0.2"))?.name, "south");
  assert.equal(held(twice, found("", "")), undefined);
});

test("what cannot be moved stays", () => {
  const before = survey();
  assert.equal(move(before, { controller: 0, segment: 7 }, 1), before);
  assert.equal(move(before, { controller: 0, segment: 0 }, 0), before);
  assert.equal(move(before, { controller: 0, segment: 0 }, 9), before);
  assert.equal(assign(before, found("south", "ddp://10.0.0.2"), { controller: 1, segment: 0 }), before);
});

const circle = {
  name: "circle",
  lap_m: 400,
  open: false,
  outline: Array.from({ length: 80 }, (_, n) => [n * 5, Math.cos((n / 40) * Math.PI), Math.sin((n / 40) * Math.PI)] as const),
};

test("a segment across the finish is drawn the short way round", () => {
  const picture = drawn(circle);
  const parts = (path: string): number => path.split("L").length;
  assert.ok(parts(line(picture, 390, 10, 20)) < parts(line(picture, 10, 390, 20)));
  assert.match(kerb(picture), /^M.*Z$/);
  const laid = { from_m: 100, to_m: 50, apart_m: 1, dead_m: [], gaps_m: [], says: "" };
  assert.deepEqual(span(laid, "against"), [50, 100]);
  assert.deepEqual(span(laid, "with"), [100, 50]);
});

test("an offset lies outside the kerb", () => {
  const picture = drawn(circle);
  const [inner, outer] = [spot(picture, 0, 0), spot(picture, 0, 20)];
  assert.ok(Math.abs(Math.hypot(outer.x - inner.x, outer.y - inner.y) - 20) < 0.3);
});
