import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Light } from "../src/live/protocol.ts";
import { lightAt } from "../src/track/plan.ts";
import { speedOf, turned } from "../src/track/turned.ts";

type Way = Pick<Light, "pieces" | "finish_s">;
interface Told {
  readonly distance_m: number;
  readonly lights: readonly Light[];
  readonly cases: readonly { readonly light: number; readonly at_s: number; readonly finish_s: number; readonly after: Way | null }[];
}
const TOLD = JSON.parse(readFileSync(new URL("../../tests/golden/replans.json", import.meta.url), "utf8")) as Told;
const CASES = TOLD.cases.map((one) => ({ ...one, light: TOLD.lights[one.light] as Light, distance_m: TOLD.distance_m }));

test("another time is previewed as the engine runs it, and refused where the engine refuses it", () => {
  for (const { at_s: at, finish_s: finish, distance_m: distance, light, after } of CASES) {
    const found = turned(light, at, finish, distance);
    const where = JSON.stringify({ at, finish });
    assert.equal(found === null, after === null, where);
    if (found === null || after === null) continue;
    assert.equal(found.finish_s, after.finish_s);
    assert.equal(found.pieces.length, after.pieces.length, where);
    found.pieces.forEach((row, n) => row.forEach((value, column) => assert.ok(Math.abs(value - (after.pieces[n]?.[column] ?? NaN)) < 1e-9, where)));
  }
});

test("a light that is turned goes on without a jump, neither in place nor in speed", () => {
  for (const { at_s: at, finish_s: finish, distance_m: distance, light } of CASES) {
    const found = turned(light, at, finish, distance);
    if (found === null) continue;
    assert.ok(Math.abs(lightAt(found as Light, at, distance) - lightAt(light, at, distance)) < 1e-9);
    assert.ok(Math.abs(speedOf(found, at) - speedOf(light, at)) < 1e-9);
    assert.ok(Math.abs(lightAt(found as Light, finish - 1e-6, distance) - distance) < 1e-4);
  }
});
