import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change, RecordFound, Runner, Snapshot } from "../src/live/protocol.ts";
import { optionsOf } from "../src/overlays/options.ts";
import { clockSeconds, deskClock, finishers, highest, isCorrected, labels, lapsToGo, subject } from "../src/race/shown.ts";

const mark = (value: number) => ({ text: `${value}`, value, unit: "ms", precision: 2 });

function runner(bib: string, fields: Partial<Runner> = {}): Runner {
  return { bib, name: `Runner ${bib}`, nation: "NOR", finish_only: false, status: null, splits: [], gaps: [], result: null, ...fields };
}

const at = (distance_m: number, elapsed_s: number) => ({ distance_m, elapsed_s, text: `${elapsed_s}`, official: false, method: "photo" });

function race(fields: Partial<Snapshot> = {}): Snapshot {
  const known = {
    state: "running",
    race: { id: "r", name: "800 m", event: { code: "800", name: "800 m", distance_m: 800 }, sex: "men", day: "2026-07-04", venue: "", competition: "" },
    track: { name: "", lap_m: 400, start_s: 0, outline: [], lamps: [], open: false, way: [] },
    clock: { gun_unix_ns: 0, rate: 1, server_unix_ns: 0 },
    runners: [runner("1"), runner("2")],
    records: [],
    lights: [],
  };
  return { ...known, ...fields } as unknown as Snapshot;
}

function record(level: string, fields: Partial<RecordFound> = {}): RecordFound {
  const known = { level, label: level, scope: "WORLD", code: "800", mark: mark(100_000), by_thousandths: 10, stood: mark(100_010), stood_since: "2012-08-09" };
  return { ...known, stood_by: [], en_route: false, athlete: "", nation: "NOR", bib: "1", status: "candidate", equalled: false, ...fields } as RecordFound;
}

test("an address says which overlay, where and how; what makes no sense is as usual", () => {
  const asked = optionsOf("/overlay/gap", "?place=top&scale=2&key=00FF00&bib=7&to=NR-NOR&delay=12&freeze&rows=3");
  assert.deepEqual([asked.kind, asked.place, asked.scale, asked.key, asked.bib, asked.to, asked.delay, asked.freezes, asked.rows], ["gap", "top", 2, "#00ff00", "7", "NR-NOR", 12, true, 3]);
  const odd = optionsOf("/overlay/clock/", "?place=moon&scale=x&key=red&delay=-5&rows=1e9&stop=never&seconds=");
  assert.deepEqual([odd.kind, odd.place, odd.scale, odd.key, odd.delay, odd.rows, odd.stop, odd.seconds], ["clock", "bottom-right", 1, null, 0, 24, "first", 0]);
  assert.equal(optionsOf("/overlay/nothing", "").kind, null);
  assert.deepEqual(["99", "0.1", "4", "0.25"].map((scale) => optionsOf("/overlay/clock", `?scale=${scale}`).scale), [1, 1, 4, 0.25]);
});

test("the clock runs with the race and stops with the first, or with the last", () => {
  assert.equal(clockSeconds(race({ state: "armed" }), null, "first"), null);
  assert.deepEqual(clockSeconds(race(), 12.34, "first"), { seconds: 12.34, isStopped: false });
  const first = runner("1", { result: { place: 1, mark: mark(104_500) } });
  const one = race({ runners: [first, runner("2")] });
  assert.deepEqual(clockSeconds(one, 107, "first"), { seconds: 104.5, isStopped: true });
  assert.deepEqual(clockSeconds(one, 107, "last"), { seconds: 107, isStopped: false });
  const all = race({ runners: [first, runner("2", { result: { place: 2, mark: mark(106_000) } }), runner("3", { status: "DNF" })] });
  assert.deepEqual(clockSeconds(all, 130, "last"), { seconds: 106, isStopped: true });
});

test("on a desk the clock runs with the race alone: called off it stands at nothing, and after it at the winner's mark", () => {
  assert.equal(deskClock(race(), 12.34), "0:12.3");
  assert.equal(deskClock(race({ state: "held" }), 12.34), "0:12.3");
  assert.deepEqual((["armed", "aborted", "recalled", "finished", "official"] as const).map((state) => deskClock(race({ state }), 20.7)), Array(5).fill("0:00.0"));
  const won = [runner("2", { result: { place: 2, mark: mark(106_000) } }), runner("1", { result: { place: 1, mark: { ...mark(104_500), text: "1:44.50" } } })];
  assert.equal(deskClock(race({ state: "finished", runners: won }), 900), "1:44.50");
  assert.equal(deskClock(race(), null), "0:00.0");
});

test("laps are counted down with whoever leads, the one that was begun included", () => {
  assert.equal(lapsToGo(race(), 5), 2);
  const leading = race({ runners: [runner("1", { splits: [at(200, 26), at(400, 52)] })] });
  assert.equal(lapsToGo(leading, 52.5), 1);
  assert.equal(lapsToGo(race({ track: { ...race().track, open: true } }), 5), null);
  assert.equal(lapsToGo(race({ state: "finished" }), 110), null);
});

test("laps go on where a time is missed, are those of the lap that is run, and not of whoever is out", () => {
  const missed = runner("1", { splits: [at(100, 13), at(300, 39)] });
  assert.equal(lapsToGo(race({ runners: [missed] }), 53), 1, "the light beside the runner says so too");
  const out = runner("2", { status: "DQ", splits: [at(400, 52), at(800, 104)] });
  assert.equal(lapsToGo(race({ runners: [out, missed] }), 53), 1);
  const barriers = race({ track: { ...race().track, way: [[0, 0, 1], [600, 600, 1.2]] }, runners: [runner("1", { splits: [at(410, 60)] })] });
  assert.equal(lapsToGo(barriers, 60), 2, "390 m to run are 430 m of the lap, past the water jump");
});

test("it is about whoever was asked for, else about whoever leads", () => {
  const two = race({ runners: [runner("1", { splits: [at(400, 52.2)] }), runner("2", { splits: [at(400, 52)] })] });
  assert.equal(subject(two, null)?.bib, "2");
  assert.equal(subject(two, "1")?.bib, "1");
  assert.equal(subject(two, "9"), null);
});

test("a result has its finishers by place; who did not finish stands there once it is official", () => {
  const runners = [runner("1", { result: { place: 2, mark: mark(106_000) } }), runner("2", { result: { place: 1, mark: mark(105_000) } }), runner("3", { status: "DNF" })];
  assert.deepEqual(finishers(race({ runners, state: "finished" }), 8).map(({ bib }) => bib), ["2", "1"]);
  assert.deepEqual(finishers(race({ runners, state: "official" }), 8).map(({ bib }) => bib), ["2", "1", "3"]);
  assert.equal(finishers(race({ runners }), 1).length, 1);
});

test("of the records found the highest is shown, with the others of that mark beside it", () => {
  const found = race({ records: [record("SB"), record("NR", { scope: "NOR" }), record("WR"), record("WR", { code: "600", en_route: true, mark: mark(72_000) }), record("MR", { equalled: true })] });
  const shown = highest(found);
  assert.deepEqual([shown?.level, shown?.code], ["WR", "800"]);
  assert.deepEqual(shown === null ? [] : labels(found, shown), ["WR", "NR", "=MR"]);
  assert.equal(highest(race({ records: [record("WR", { status: "rejected" }), record("SB")] })), null);
});

test("an official result that was opened again and is official once more is a corrected one", () => {
  const change = (act: string, undone = false): Change => ({ line: 1, revision: 1, act, text: act, by: "", role: "", reason: "", undone });
  assert.equal(isCorrected(race({ state: "official", changes: [change("official")] })), false);
  assert.equal(isCorrected(race({ state: "official", changes: [change("official"), change("reopen"), change("official")] })), true);
  assert.equal(isCorrected(race({ state: "official", changes: [change("official"), change("reopen", true)] })), false);
  assert.equal(isCorrected(race({ state: "finished", changes: [change("reopen")] })), false);
});
