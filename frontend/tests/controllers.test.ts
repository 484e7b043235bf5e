import assert from "node:assert/strict";
import { test } from "node:test";
import "./english.ts";
import { controllersText } from "../src/words/controllers.ts";

const output = { frames: 9, late: 0, lateness_p99_ms: 0.1, target: "8 controllers" };
const now = 1_700_000_012_900;
const away = { name: "bend 2", state: "away", since_unix_ns: 1_700_000_000_000e6, reason: "No route to host" } as const;

test("where all controllers are up there is one calm line", () => {
  assert.deepEqual(controllersText({ ...output, controllers: 8, troubled: [] }, now), [
    { key: "", text: "8 controllers, all up", troubled: false },
  ]);
  assert.equal(controllersText({ ...output, controllers: 1, troubled: [] }, now)[0]?.text, "1 controller, up");
});

test("those that are not reached are named, with how long", () => {
  const refusing = { ...away, name: "straight", state: "refusing" } as const;
  const lines = controllersText({ ...output, controllers: 8, troubled: [away, refusing] }, now);
  assert.deepEqual(
    lines.map((line) => [line.text, line.troubled]),
    [
      ["bend 2 away for 12 s", true],
      ["straight refuses, for 12 s", true],
    ],
  );
});

test("a clock here that is behind makes no time less than none", () => {
  assert.equal(controllersText({ ...output, controllers: 2, troubled: [away] }, 0)[0]?.text, "bend 2 away for 0 s");
});

test("while nothing was sent, and of an engine that tells nothing of them, nothing is said", () => {
  assert.deepEqual(controllersText({ ...output, controllers: 0, troubled: [] }, now), []);
  assert.deepEqual(controllersText(output, now), []);
});
