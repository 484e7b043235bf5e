import assert from "node:assert/strict";
import { test } from "node:test";
import { meets, placed, type Box } from "../src/track/placing.ts";

const ROOM = { width: 350, height: 220 };
/** As they stand on a phone of 390 points: the clock, and below it the distance to go. */
const CLOCK: Box = { x: 175, y: 105, half: 90, tall: 52 };
const TO_GO: Box = { x: 175, y: 142, half: 95, tall: 18 };
const KEPT = [CLOCK, TO_GO];

const name = (x: number, y: number, half = 46): Box => ({ x, y, half, tall: 17 });

test("a name stands where it is wanted as long as it hides nothing", () => {
  assert.deepEqual(placed(name(290, 60), KEPT, [], ROOM, true), name(290, 60));
});

test("a long name at the bend moves above or below the distance to go, whichever is nearer, and keeps its column", () => {
  const wanted = name(340, 139, 75);
  const found = placed(wanted, KEPT, [], ROOM, true);
  assert.ok(found !== null);
  assert.equal(found.x, ROOM.width - 75 - 1);
  assert.equal(found.y, TO_GO.y + (TO_GO.tall + 17) / 2 + 3);
  const higher = placed(name(340, 85, 75), KEPT, [], ROOM, true);
  assert.equal(higher?.y, CLOCK.y - (CLOCK.tall + 17) / 2 - 3);
});

test("wherever a name is wanted, it lies within the picture and covers neither clock nor metres nor another name", () => {
  const others = [name(60, 20), name(290, 200), name(290, 60, 30)];
  for (const gives of [true, false]) {
    for (let x = -20; x <= 370; x += 13) {
      for (let y = -20; y <= 240; y += 7) {
        for (const half of [12, 46, 80, 120]) {
          const found = placed(name(x, y, half), KEPT, others, ROOM, gives);
          if (found === null) continue;
          const where = JSON.stringify({ gives, x, y, half, found });
          for (const other of [...KEPT, ...others]) assert.ok(!meets(other, found), where);
          assert.ok(found.x - half >= 0 && found.x + half <= ROOM.width, where);
          assert.ok(found.y - found.tall / 2 >= 0 && found.y + found.tall / 2 <= ROOM.height, where);
        }
      }
    }
  }
});

test("on a small picture who comes first is named, on a large one the next stands beside", () => {
  const first = name(290, 200);
  assert.equal(placed(name(280, 202), KEPT, [first], ROOM, true), null);
  const beside = placed(name(280, 202), KEPT, [first], ROOM, false);
  assert.equal(beside?.y, first.y - 17 - 3);
});

test("a name that would stand too far from whom it names is left out, unless it stays", () => {
  const bunch = [name(290, 60), name(290, 80), name(290, 40)];
  const beside = placed(name(290, 60), KEPT, bunch.slice(0, 1), ROOM, false, 1.5 * 17);
  assert.equal(beside?.y, 60 - 17 - 3);
  assert.equal(placed(name(290, 60), KEPT, bunch, ROOM, false, 1.5 * 17), null);
  assert.notEqual(placed(name(290, 60), KEPT, bunch, ROOM, false), null);
});

test("a name that finds room nowhere is left out", () => {
  const full = [{ x: 175, y: 110, half: 175, tall: 220 }];
  assert.equal(placed(name(100, 100), full, [], ROOM, true), null);
});
