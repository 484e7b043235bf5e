import assert from "node:assert/strict";
import { test } from "node:test";
import { laidOut, shrunk } from "../src/displays/layout.ts";
import { onBoard, standing, STAYS_MS } from "../src/displays/standing.ts";
import type { Runner, Snapshot } from "../src/live/protocol.ts";

const mark = (value: number) => ({ text: `${value}`, value, unit: "ms", precision: 2 });
const at = (distance_m: number, elapsed_s: number) => ({ distance_m, elapsed_s, text: `${elapsed_s}`, official: false, method: "photo" });

function runner(bib: string, fields: Partial<Runner> = {}): Runner {
  return { bib, name: bib, nation: "NOR", finish_only: false, status: null, splits: [], gaps: [], result: null, ...fields };
}

const race = (id: string, runners: readonly Runner[], gun: number | null): Snapshot =>
  ({ race: { id }, runners, clock: { gun_unix_ns: gun, rate: 1, server_unix_ns: 0 } }) as unknown as Snapshot;

test("finishers stand by place, then who has got furthest first, then who was quicker, then who is out", () => {
  const rows = standing(
    race("a", [
      runner("out", { status: "DNF", splits: [at(400, 50)] }),
      runner("third", { splits: [at(400, 53.5)] }),
      runner("second", { splits: [at(400, 52)] }),
      runner("in", { splits: [at(400, 54)], result: { place: 1, mark: mark(104_000) } }),
      runner("nowhere"),
    ], 0),
    8,
  );
  assert.deepEqual(rows.map(({ runner: { bib } }) => bib), ["in", "second", "third", "nowhere", "out"]);
  assert.deepEqual(rows.slice(1, 3).map(({ behind }) => behind), [2, 3.5]);
});

test("a result stays on the board for a while when the next race is loaded, and goes with its gun", () => {
  const done = { race: race("a", [runner("1", { result: { place: 1, mark: mark(1) } })], 1), since: 1000 };
  const next = race("b", [runner("2")], null);
  assert.equal(onBoard(next, done, 1000 + STAYS_MS - 1).race.id, "a");
  assert.equal(onBoard(next, done, 1000 + STAYS_MS).race.id, "b");
  assert.equal(onBoard(race("b", [], 5), done, 1001).race.id, "b");
  assert.equal(onBoard(next, { race: race("a", [runner("1")], null), since: 1000 }, 1001).race.id, "b");
  assert.equal(onBoard(next, null, 0).race.id, "b");
});

test("on a wide screen fourteen stand in two columns of seven, on one as tall as an old television in one", () => {
  const result = { isTimed: true, hasPoints: false };
  const wide = laidOut(14, 51.5, 29, result);
  assert.deepEqual([wide.columns, wide.lines], [2, 7]);
  const tall = laidOut(14, 50, 37.5, { isTimed: false, hasPoints: false });
  assert.deepEqual([tall.columns, tall.lines], [1, 14]);
  assert.ok(14 * tall.line > 0.9 * (37.5 - 6.4), "no third of the screen stays empty");
  assert.deepEqual([laidOut(12, 51.5, 29, result).columns, laidOut(24, 50, 88.9, result).columns], [1, 1]);
});

test("a name of twenty letters is a fiftieth of the screen tall in every list, and all lines are on the screen", () => {
  for (const [wide, tall] of [[51.5, 29], [50, 37.5], [50, 88.9]] as const) {
    for (const isTimed of [true, false]) {
      for (let count = 1; count <= 24; count += 1) {
        const { lines, line, letters, fits, columns } = laidOut(count, wide, tall, { isTimed, hasPoints: isTimed });
        assert.ok(letters * Math.min(1, fits / 20) >= 29 / 50, `${count}: ${fits} of ${letters}`);
        assert.ok(lines * columns >= count && lines * line <= tall - 6.4 + 1e-9);
      }
    }
  }
});

test("a long name is drawn in smaller letters, as small as can be read and no smaller", () => {
  assert.deepEqual([shrunk("Jack Anstey", 20), shrunk("a".repeat(25), 20), shrunk("a".repeat(99), 20)], [1, 0.8, 0.6]);
});
