import assert from "node:assert/strict";
import { test } from "node:test";
import type { Aside, Mark, Runner, Snapshot, Split } from "../src/live/protocol.ts";
import { checks, standings } from "../src/timer/check.ts";
import { asking, crossings, moved, shown } from "../src/timer/crossings.ts";
import { agoField, bibField, milliseconds, pointField, shiftField, timeField } from "../src/timer/fields.ts";
import { FORMS, made, needsReason, type FormName, type Typed } from "../src/timer/forms.ts";

const split = (distance_m: number, elapsed_s: number, more: Partial<Split> = {}): Split => {
  return { distance_m, elapsed_s, text: String(elapsed_s), official: false, method: "photo", key: `${distance_m}-${elapsed_s}`, source: "lynx", ...more };
};
const aside = (key: string, elapsed_s: number, more: Partial<Aside> = {}): Aside => {
  return { key, bib: "", distance_m: 800, elapsed_s, text: String(elapsed_s), method: "hand", source: "hand", standing: "waiting", why: "", ...more };
};
const mark: Mark = { text: "1:45.00", value: 105_000, unit: "ms", precision: 2 };
const runner = (bib: string, more: Partial<Runner> = {}): Runner => {
  return { bib, name: `Runner ${bib}`, nation: "NOR", finish_only: false, status: null, splits: [], gaps: [], result: null, ...more };
};

function race(more: Partial<Snapshot> = {}): Snapshot {
  const fields = {
    state: "running",
    race: { id: "800", event: { code: "800", name: "800 m", distance_m: 800 } },
    runners: [runner("1", { splits: [split(400, 52)] }), runner("2"), runner("3A")],
    aside: [aside("a", 104.2), aside("b", 104.9), aside("c", 60, { standing: "struck", bib: "2" })],
  };
  return { ...fields, ...more } as unknown as Snapshot;
}

test("all that was timed is in one list, the newest first", () => {
  const all = crossings(race());
  assert.deepEqual(all.map(({ key, standing }) => [key, standing]), [["b", "waiting"], ["a", "waiting"], ["c", "struck"], ["400-52", "split"]]);
  assert.deepEqual(shown(all, "open").map(({ key }) => key), ["b", "a"]);
  assert.deepEqual(shown(all, "out").map(({ key }) => key), ["c"]);
  assert.equal(all[2]?.name, "Runner 2");
});

test("a time that changes hands is told of both for a moment, and shown once", () => {
  const both = [runner("1", { splits: [split(400, 52)] }), runner("2", { splits: [split(400, 52)] })];
  assert.deepEqual(crossings(race({ runners: both, aside: [] })).map(({ bib }) => bib), ["2"]);
});

test("the bib of the oldest time that waits is asked for, unless another one is chosen", () => {
  const all = crossings(race());
  assert.equal(asking(all, "")?.key, "a");
  assert.equal(asking(all, "b")?.key, "b");
  assert.equal(asking(all, "400-52")?.key, "a");
  assert.equal(asking([], ""), null);
});

test("the choice goes up and down, and not beyond the ends", () => {
  assert.deepEqual([moved(["a", "b"], "", 1), moved(["a", "b"], "", -1), moved(["a", "b"], "b", 1), moved(["a", "b"], "a", 1), moved([], "a", 1)], ["a", "b", "b", "b", ""]);
});

test("times are read as people write them, to the millisecond", () => {
  const read = ["3:45.14", "62.3", "62,3", "1:02:03.4", "0:59", "105", " 1:45.678 "].map(milliseconds);
  assert.deepEqual(read, [225_140, 62_300, 62_300, 3_723_400, 59_000, 105_000, 105_678]);
  assert.deepEqual(["3.45.14", "1:75", "abc", "-3", "1:2:3:4", "", "3:45.1415"].map(milliseconds), Array(7).fill(null));
  assert.deepEqual(timeField("0"), { why: "timer-why-time-zero" });
});

test("every time that is written is read back", () => {
  for (let ms = 1; ms < 4_000_000; ms += 7919) {
    const [minutes, rest] = [Math.floor(ms / 60_000), ms % 60_000];
    const text = `${minutes}:${String(Math.floor(rest / 1000)).padStart(2, "0")}.${String(rest % 1000).padStart(3, "0")}`;
    assert.equal(milliseconds(minutes < 60 ? text : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${text.split(":")[1]}`), ms);
  }
});

test("a point is on the way, and the finish needs no name", () => {
  assert.deepEqual(["400", "400 m", "209,34", "", "800"].map((one) => pointField(one, 800).value), ["400 m", "400 m", "209.34 m", "", ""]);
  assert.deepEqual(["801", "0", "half way"].map((one) => pointField(one, 800).why), ["timer-why-point-beyond", "timer-why-point-beyond", "timer-why-point"]);
});

test("a bib is one of the start list", () => {
  assert.deepEqual([bibField(" 3a ", ["1", "3A"]), bibField("9", ["1"]), bibField("", ["1"])], [{ value: "3A" }, { why: "timer-why-bib" }, { why: "timer-why-bib-empty" }]);
});

test("a gun is moved by seconds with a sign, and nothing else", () => {
  assert.deepEqual(["-0.35", "+1:02", "−0,1"].map((one) => shiftField(one).value), [-350_000_000, 62_000_000_000, -100_000_000]);
  assert.deepEqual(["0.35", "0", "+0", "early", ""].map((one) => shiftField(one).why), ["timer-why-shift-sign", "timer-why-shift-zero", "timer-why-shift-zero", "timer-why-shift", "timer-why-shift"]);
});

test("a race began some time ago, an hour at most", () => {
  assert.deepEqual(["12.5", "1:20", "60:00"].map((one) => agoField(one).value), [12_500_000_000, 80_000_000_000, undefined]);
  assert.equal(agoField("1:00:00").value, 3_600_000_000_000);
  assert.deepEqual(["", "0", "1:00:01"].map((one) => agoField(one).why), ["timer-why-ago", "timer-why-ago-zero", "timer-why-ago-long"]);
});

const TYPED: Record<string, Typed> = {
  split: { bib: "1", time: "52.3", point: "400" },
  reassign: { bib: "2" },
  correct: { time: "1:45.01", judged: "yes" },
  strike: { reason: "a child ran across" },
  status: { bib: "2", status: "DQ", rule: "TR17.3.1", reason: "lane" },
  swap: { bib: "1", other: "2" },
  "move-gun": { shift: "-0.2" },
  started: { ago: "12" },
  official: { reason: "checked" },
  reopen: { reason: "protest" },
};

test("a form that is filled in is a request", () => {
  const asks = FORMS.map(({ name }) => made(name, TYPED[name] ?? {}, race(), "key").ask);
  assert.deepEqual(asks, [
    { do: "split", distance: "400 m", bib: "1", elapsed_ns: 52_300_000_000, source: "timer desk" },
    { do: "reassign", what: "key", bib: "2" },
    { do: "correct", what: "key", elapsed_ns: 105_010_000_000, official: true },
    { do: "strike", what: "key", reason: "a child ran across" },
    { do: "status", bib: "2", status: "DQ", rule: "TR17.3.1", reason: "lane" },
    { do: "swap", bib: "1", other: "2" },
    { do: "move-gun", by_ns: -200_000_000 },
    { do: "gun", ago_ns: 12_000_000_000 },
    { do: "official", reason: "checked" },
    { do: "reopen", reason: "protest" },
  ]);
});

test("a form that is empty says in each field what it needs", () => {
  const wrong = Object.fromEntries(FORMS.map(({ name }) => [name, made(name, {}, race(), "key").wrong]));
  assert.deepEqual(wrong, {
    split: undefined, // now, at the finish, and whose it is comes later
    reassign: { bib: "timer-why-bib-empty" },
    correct: { time: "timer-why-nothing" },
    strike: { reason: "timer-why-reason" },
    status: { bib: "timer-why-bib-empty" },
    swap: { bib: "timer-why-bib-empty", other: "timer-why-bib-empty" },
    "move-gun": { shift: "timer-why-shift" },
    started: { ago: "timer-why-ago" },
    official: { reason: "timer-why-reason" },
    reopen: { reason: "timer-why-reason" },
  });
});

test("a disqualification needs its rule and a reason, and nothing takes a status back", () => {
  assert.deepEqual(made("status", { bib: "2", status: "DQ" }, race(), "").wrong, { rule: "timer-why-rule", reason: "timer-why-reason" });
  assert.deepEqual(made("status", { bib: "2", status: "" }, race(), "").ask, { do: "status", bib: "2", status: "" });
  assert.deepEqual(made("swap", { bib: "1", other: "1" }, race(), "").wrong, { other: "timer-why-same" });
});

test("a reason that is said is kept wherever something is changed, and asked for where something is taken away", () => {
  const reason = " seen on the film ";
  for (const [name, typed] of [["swap", { bib: "1", other: "2" }], ["reassign", { bib: "2" }], ["correct", { time: "52.1" }], ["status", { bib: "2" }], ["move-gun", { shift: "+0.2" }]] as const) {
    assert.equal(made(name, { ...typed, reason }, race(), "k").ask?.["reason"], "seen on the film");
    assert.equal(made(name, { ...typed, reason: "x".repeat(201) }, race(), "k").wrong?.reason, "timer-why-long");
  }
  assert.deepEqual(["strike", "official", "reopen", "swap"].map((name) => needsReason(name as FormName, {})), [true, true, true, false]);
});

test("a time that is left empty is the instant at which it was sent", () => {
  const sent = { at_unix_ns: 1_700_000_000_000_000_000, error_ns: 4_000_000 };
  assert.deepEqual(made("split", { bib: "1" }, race(), "", sent).ask, { do: "split", bib: "1", ...sent, source: "timer desk" });
  assert.equal(made("split", { bib: "1", time: "52.3" }, race(), "", sent).ask?.["at_unix_ns"], undefined);
});

test("a corrected point may be the finish", () => {
  assert.deepEqual(made("correct", { point: "800" }, race(), "k").ask, { do: "correct", what: "k", distance: "800 m" });
});

test("before a result is official it is said what is open", () => {
  const conflict = { key: "x", bib: "1", source: "lynx", why: "", says: "" };
  const found = checks(race({ conflicts: [conflict] }));
  assert.deepEqual(found.map(({ id, count, stops }) => [id, count, stops]), [["conflicts", 1, true], ["unfinished", 1, true], ["missing", 3, false], ["waiting", 2, false]]);
  const done = [runner("1", { result: { place: 1, mark }, splits: [split(800, 105, { official: true })] }), runner("2", { status: "DNF" })];
  assert.deepEqual(checks(race({ state: "finished", runners: done, aside: [] })), []);
  const tie = done[0] === undefined ? [] : [done[0], { ...done[0], bib: "4", splits: [] }];
  assert.deepEqual(checks(race({ state: "finished", runners: tie, aside: [] })).map(({ id, bibs }) => [id, bibs]), [["unofficial", ["4"]], ["ties", ["1", "4"]]]);
  assert.deepEqual(standings(race({ runners: [runner("9"), ...done] })).map(({ bib }) => bib), ["1", "9", "2"]);
});

test("of a race that is over a time by hand is typed, not taken now", () => {
  assert.deepEqual(made("split", { bib: "1" }, race(), "", null).wrong, { time: "timer-why-time-empty" });
  assert.equal(made("split", { bib: "1", time: "1:45.0" }, race(), "", null).ask?.["elapsed_ns"], 105_000_000_000);
  assert.equal(made("split", { bib: "1" }, race(), "", { at_unix_ns: 5 }).ask?.["at_unix_ns"], 5);
});
