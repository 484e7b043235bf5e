import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceOf, keptOf, NOTHING, searchOf } from "../src/chase/choice.ts";
import { aheadNow, aheadOf, lineMetres, lineSeconds, linesOf, metresAhead, metresOf } from "../src/race/lines.ts";
import { raceAsked, sparing, type Recorded } from "../src/race/recordings.ts";
import { raceSeconds, span, states, Timeline, type Entry } from "../src/race/timeline.ts";
import type { Delta, Light, Runner, Snapshot } from "../src/live/protocol.ts";

const mark = (value: number) => ({ text: String(value), value, unit: "ms", precision: 2 });
const runner = (bib: string, ...times: number[]): Runner => ({
  bib,
  name: `Runner ${bib}`,
  nation: "NOR",
  finish_only: false,
  status: null,
  splits: times.map((elapsed_s, n) => ({ distance_m: 100 * (n + 1), elapsed_s, text: "", official: false, method: "photo" })),
  gaps: [],
  result: null,
});
const race = (changes: Partial<Snapshot> = {}): Snapshot =>
  ({
    schema: "pacelight.live/1",
    seq: 1,
    boot: "first",
    state: "running",
    race: { id: "mile", name: "Mile", event: { code: "MILEsh", name: "Mile", distance_m: 1609.344 }, sex: "men", day: "", venue: "", competition: "" },
    track: { name: "", lap_m: 200, start_s: 0, outline: [], lamps: [], open: false, way: [] },
    clock: { gun_unix_ns: 1_000_000 * 1e6, rate: 1, server_unix_ns: 0 },
    lights: [],
    runners: [],
    records: [],
    holds: [],
    ...changes,
  }) as unknown as Snapshot;
const split = (seq: number, bib: string, distance_m: number, elapsed_s: number): Delta => ({
  type: "split",
  seq,
  bib,
  distance_m,
  elapsed_s,
  text: "",
  official: false,
  method: "photo",
});
const count = (known: Snapshot | null): number | null => known && known.runners.reduce((sum, { splits }) => sum + splits.length, 0);

const ENTRIES: Entry[] = [
  { at_unix_ns: 1e12, snapshot: race({ runners: [runner("1")] }) },
  { at_unix_ns: 1.001e12, delta: split(2, "1", 100, 14) },
  { at_unix_ns: 1.002e12, delta: split(3, "1", 200, 28) },
];

test("what was known at an instant is all that had been told by then, and nothing more", () => {
  const line = new Timeline(states(ENTRIES));
  assert.deepEqual([999_999, 1_000_000, 1_000_999, 1_001_000, 1_001_999.9, 1_002_000, 9e9].map((at) => count(line.at(at))), [null, 0, 0, 1, 1, 2, 2]);
});

test("however it is asked for, forwards or backwards, it is the same", () => {
  const line = new Timeline(states(ENTRIES));
  const instants = [1_001_500, 1_000_500, 1_002_500, 1_000_000, 1_001_000];
  const asked = instants.map((at) => count(line.at(at)));
  assert.deepEqual(instants.toReversed().map((at) => count(line.at(at))).toReversed(), asked);
});

test("a recording goes before what was heard here, and nothing is told twice", () => {
  const known = states(ENTRIES);
  const line = new Timeline();
  line.push(1_002_100, { ...(known[2]?.race as Snapshot) }); // the page was opened now
  line.push(1_003_000, { ...(known[2]?.race as Snapshot), seq: 4, state: "finished" });
  assert.equal(line.at(1_000_500), null);
  line.precede(known);
  assert.equal(count(line.at(1_000_500)), 0);
  assert.equal(line.at(1_002_500)?.seq, 3);
  assert.equal(line.at(1_003_500)?.state, "finished");
  assert.equal(line.from, 1_000_000);
});

test("another run of the engine that was heard here stays", () => {
  const line = new Timeline();
  line.push(1_005_000, race({ boot: "second", seq: 0 }));
  line.precede(states(ENTRIES));
  assert.equal(line.at(1_006_000)?.boot, "second");
});

test("of a recording that holds nothing, nothing changes", () => {
  const line = new Timeline();
  line.push(5, race());
  line.precede([]);
  assert.equal(line.at(6)?.boot, "first");
});

test("what is too old is forgotten, but for the last of it", () => {
  const line = new Timeline(states(ENTRIES));
  line.forget(1_001_500);
  assert.equal(line.at(1_001_600)?.seq, 2);
  assert.equal(line.at(1_000_500), null);
});

test("a replay runs from a little before the gun to a little after the last time", () => {
  assert.deepEqual(span(states(ENTRIES)), [1_000_000, 1_000_000 + 36_000]);
  assert.equal(raceSeconds(race(), 1_012_500), 12.5);
  assert.equal(raceSeconds(race({ clock: { gun_unix_ns: null, rate: 1, server_unix_ns: 0 } }), 5), null);
});

const STAKES = [
  { level: "NR", scope: "NOR", code: "MILEsh", mark: mark(236_990) },
  { level: "WR", scope: "WORLD", code: "1500sh", mark: mark(210_600) },
  { level: "WR", scope: "WORLD", code: "MILEsh", mark: mark(226_630) },
  { level: "WR", scope: "WORLD", code: "3000sh", mark: mark(440_000) },
] as unknown as NonNullable<Snapshot["stakes"]>;
const LIGHT = { name: "pacer", mark: mark(226_630), pieces: [[0, 0, 1609.344 / 226.63, 0]], finish_s: 226.63 } as unknown as Light;

test("lines are the lights, then records by their level, those on the way last, then who leads", () => {
  const keys = (of: Snapshot) => linesOf(of, null).map(({ key }) => key);
  assert.deepEqual(keys(race({ stakes: STAKES })), ["WR", "NR-NOR", "WR.1500sh", "leader"]);
  assert.deepEqual(keys(race({ stakes: STAKES, lights: [LIGHT] })), ["pacer", "NR-NOR", "WR.1500sh", "leader"]);
});

test("a light that is called as a record or as the leader is leaves each its own key, whatever it goes for", () => {
  const keys = (of: Snapshot) => linesOf(of, null).map(({ key }) => key);
  const named = (name: string, ms: number) => ({ ...LIGHT, name, mark: mark(ms) }) as unknown as Light;
  assert.deepEqual(keys(race({ stakes: STAKES, lights: [named("WR", 226_630)] })), ["WR", "NR-NOR", "WR.1500sh", "leader"]);
  assert.deepEqual(keys(race({ stakes: STAKES, lights: [named("WR", 226_000)] })), ["WR", "WR.line", "NR-NOR", "WR.1500sh", "leader"]);
  assert.deepEqual(keys(race({ lights: [named("leader", 226_000)] })), ["leader", "leader.line"]);
});

test("a record without a light of its own is run at an even pace, and is over at its mark", () => {
  const of = race({ stakes: STAKES });
  const line = linesOf(of, null)[2] as NonNullable<ReturnType<typeof linesOf>[number]>;
  assert.equal(line.code, "1500sh");
  assert.ok(Math.abs((lineMetres(line, of, 105.3) ?? 0) - 750) < 1e-9);
  assert.equal(lineMetres(line, of, 211), null);
  assert.ok(Math.abs((lineSeconds(line, of, 750) ?? 0) - 105.3) < 1e-9);
  assert.equal(lineSeconds(line, of, 1600), null);
});

test("gaps to a record are its even time less the runner's, in order; to the leader the best time less it", () => {
  const [one, two] = [runner("1", 14, 28), runner("2", 14.5, 29)];
  const of = race({ stakes: STAKES, runners: [one, two] });
  const lines = linesOf(of, one);
  const [first, leader] = [lines[0], lines.at(-1)];
  assert.ok(first !== undefined && leader !== undefined);
  const ahead = aheadOf(first, of, one);
  assert.deepEqual(ahead.map(({ distance }) => distance), [100, 200]);
  assert.ok(Math.abs((ahead[0]?.seconds ?? 0) - (22.663 / 1.609344 - 14)) < 1e-9);
  assert.ok(Math.abs((metresAhead(first, one, { distance: 100, seconds: 1 }) ?? 0) - 1609.344 / 226.63) < 1e-9);
  assert.deepEqual(aheadOf(leader, of, two).map(({ seconds }) => seconds), [-0.5, -1]);
  assert.deepEqual(aheadOf(leader, of, one).map(({ seconds }) => seconds), [0, 0]);
});

test("between two splits the gap is thought of, until the next split is due", () => {
  const one = runner("1", 14, 28);
  const of = race({ lights: [LIGHT], stakes: STAKES, runners: [one] });
  const [light, record] = linesOf(of, one);
  assert.ok(light !== undefined && record !== undefined);
  const near = (a: number | undefined, b: number) => assert.ok(Math.abs((a ?? NaN) - b) < 1e-6, `${a} is not ${b}`);
  near(aheadNow(light, of, one, 35)?.seconds, (250 * 226.63) / 1609.344 - 35);
  near(aheadNow(record, of, one, 35)?.seconds, (250 * 236.99) / 1609.344 - 35);
  assert.equal(aheadNow(light, of, one, 42.1), null);
  assert.equal(aheadNow(light, of, runner("2"), 10), null);
});

test("an event's length is known by its code", () => {
  const of = race().race;
  assert.deepEqual(["1500", "3000sh", "10K", "MILE", "2MLS", "MILEsh", "HM"].map((code) => metresOf(code, of)), [1500, 3000, 10_000, 1609.344, 3218.688, 1609.344, null]);
});

test("a choice stands in the address, reads back from it, and leaves the rest of it alone", () => {
  const choice = { lines: ["WR", "NR-NOR"], to: "leader", follow: "7", delay: 45 };
  const search = searchOf(choice, "?at=12&language=nb");
  assert.deepEqual(choiceOf(search, null), choice);
  assert.match(search, /at=12&language=nb/);
  assert.equal(searchOf(NOTHING, search), "?at=12&language=nb");
  assert.deepEqual(choiceOf(searchOf({ ...NOTHING, lines: [] }, ""), keptOf(choice)).lines, []);
});

test("what was chosen is kept in the browser, but for whom one follows; the address comes first", () => {
  const kept = keptOf({ lines: ["WR"], to: "WR", follow: "7", delay: 30 });
  assert.deepEqual(choiceOf("", kept), { lines: ["WR"], to: "WR", follow: null, delay: 30 });
  assert.equal(choiceOf("?delay=0", kept).delay, 0);
});

test("nonsense in an address or a browser chooses nothing", () => {
  for (const kept of ["{", "7", '"x"', "null", '{"lines":7,"to":[],"delay":"x"}']) assert.deepEqual(choiceOf("", kept), NOTHING);
  assert.deepEqual(["-1", "999", "x", "12.6"].map((delay) => choiceOf(`?delay=${delay}`, null).delay), [0, 300, 0, 13]);
});

test("of races that somebody behind has not seen the end of, none is among the earlier ones", () => {
  const on = (id: string, day: string): Snapshot => race({ race: { ...race().race, id, day } });
  const kept = ["heat-1", "heat-2", "heat-3"].map((id) => ({ key: `${id}@1`, id, day: "2025-06-12" }) as Recorded);
  const keys = (shown: Snapshot | null, now: Snapshot | null): string[] => sparing(kept, shown, now).map(({ key }) => key);
  assert.deepEqual(keys(null, null), ["heat-1@1", "heat-2@1", "heat-3@1"]);
  assert.deepEqual(keys(on("heat-2", "2025-06-12"), on("heat-3", "2025-06-12")), ["heat-1@1"]);
  assert.deepEqual(keys(on("heat-2", "2025-06-13"), null), ["heat-1@1", "heat-2@1", "heat-3@1"]);
  const standing = (id: string, line: number) => ({ id, name: id, state: "finished", revision: 1, on: line === 0, line }) as const;
  const third = { ...on("heat-3", "2025-06-12"), races: [standing("heat-2", 9), standing("heat-1", 4), standing("heat-3", 0)] };
  assert.deepEqual(keys(null, third), ["heat-1@1"], "of a page that was just opened nobody knows what it has seen the end of");
});

test("a race has an address of its own", () => {
  assert.equal(raceAsked("/race/mens-mile"), "mens-mile");
  assert.equal(raceAsked("/race/mens-mile@20250213T193000Z"), "mens-mile@20250213T193000Z");
  for (const path of ["/", "/race/", "/race/../x", "/races/mile", "/race/Mile"]) assert.equal(raceAsked(path), null);
});
