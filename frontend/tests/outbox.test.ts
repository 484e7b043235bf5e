import assert from "node:assert/strict";
import "./english.ts";
import { test } from "node:test";
import type { Aside, Change, Runner, Snapshot } from "../src/live/protocol.ts";
import { added, put } from "../src/desk/entry.ts";
import { Keep } from "../src/desk/keep.ts";
import { Memory } from "./memory.ts";
import { answered } from "../src/desk/reply.ts";
import { replyOf, type Reply } from "../src/desk/server.ts";
import type { Entries, What } from "../src/stopwatch/entry.ts";
import { due, last, settled, TRIES, undone } from "../src/stopwatch/outbox.ts";
import { left, rows, waiting } from "../src/stopwatch/rows.ts";
import { chosenBefore, remember, USUAL } from "../src/stopwatch/settings.ts";

const GUN = 1_000_000 * 1e6;

function race(changes: Partial<Snapshot> = {}): Snapshot {
  const event = { code: "1500", name: "1500 m", distance_m: 1500 };
  return {
    schema: "pacelight.live/1",
    seq: 0,
    boot: "one",
    state: "running",
    race: { id: "heat-1", name: "Heat 1", event, sex: "women", day: "2025-02-13", venue: "", competition: "" },
    track: { name: "", lap_m: 400, start_s: 0, outline: [], lamps: [], open: false, way: [] },
    clock: { gun_unix_ns: GUN, rate: 1, server_unix_ns: 0 },
    lights: [],
    runners: [runner("5"), runner("7")],
    records: [],
    output: { frames: 0, late: 0, lateness_p99_ms: 0, target: "" },
    blend: "cover",
    look: null,
    clocks: { others: [], timing: "" },
    revision: 3,
    aside: [],
    changes: [],
    ...changes,
  };
}

function runner(bib: string, key = "", text = ""): Runner {
  const split = { distance_m: 300, elapsed_s: 45, text, official: false, method: "hand", key };
  return { bib, name: `A ${bib}`, nation: "", finish_only: false, status: null, splits: key === "" ? [] : [split], gaps: [], result: null };
}

const aside = (key: string, standing: Aside["standing"] = "waiting", bib = ""): Aside => ({
  key, bib, distance_m: 300, elapsed_s: 45, text: "45.00", method: "hand", source: "stopwatch", standing, why: standing === "refused" ? "twice at one point" : "",
});

const press = (seconds: number): What => ({
  kind: "press", metres: 300, distance: "300 m", moment: { page: 0, wall: 0 }, at_unix_ns: GUN + seconds * 1e9,
});
const give = (of: string, bib: string, over = ""): What => ({ kind: "give", of, bib, over });

let made = 0;
const newKey = (): string => `key-${(made += 1)}`;

function asked(...whats: readonly What[]): Entries {
  return whats.reduce<Entries>((all, what, n) => added<What>(all, 1000 + n, `k${n}`, "heat-1", what), []);
}

/** One thing after another is sent and answered, as long as there is something to send. */
function through(entries: Entries, told: Snapshot, reply: Reply = { kind: "answer", done: true, revision: 4, why: [] }): Entries {
  const next = due(entries, told);
  if (next === null) return entries;
  return put(entries, next.kind === "send" ? answered(next.entry, reply, newKey, TRIES) : next.entry);
}

const states = (entries: Entries): string[] => entries.map(({ state }) => state);

test("a time is sent with the instant of its press, and again the same, whatever comes between", () => {
  const entries = asked(press(45));
  const first = due(entries, race());
  assert.equal(first?.kind, "send");
  if (first?.kind !== "send") return;
  const instant = GUN + 45e9;
  assert.deepEqual(first.asked, { key: "k0", race: "heat-1", do: { act: "split", distance: "300 m", at_unix_ns: instant, source: "stopwatch" } });
  const unanswered = put(entries, answered(first.entry, { kind: "again", why: "" }, newKey, TRIES));
  const again = due(unanswered, race({ revision: 9, clock: { gun_unix_ns: GUN - 1e9, rate: 1, server_unix_ns: 0 } }));
  assert.deepEqual(again?.kind === "send" && again.asked, first.asked);
  assert.equal(again?.entry.sent, 2);
});

test("a time waits for its clock, and for the gun where nobody knows of one", () => {
  const what = press(45);
  assert.ok(what.kind === "press");
  assert.equal(due(asked({ ...what, at_unix_ns: null }), race()), null);
  const before = race({ clock: { gun_unix_ns: null, rate: 1, server_unix_ns: 0 } });
  assert.equal(due(asked(what), before), null);
  assert.equal(due(asked(what), null), null);
});

test("times go before bibs, and a bib after its time and what was seen since", () => {
  let entries = asked(press(45), give("k0", "5"), press(46));
  entries = through(through(entries, race()), race());
  assert.deepEqual(states(entries), ["done", "waiting", "done"]);
  assert.equal(due(entries, race()), null); // the race was not told of revision 4 yet
  const next = due(entries, race({ revision: 4, aside: [aside("k0")] }));
  assert.deepEqual(next?.kind === "send" && next.asked, { key: "k1", race: "heat-1", seen: 4, do: { act: "reassign", what: "k0", bib: "5" } });
});

test("a bib of a time that was refused is refused, too", () => {
  const refused: Reply = { kind: "answer", done: false, revision: 3, why: ["a passing comes after the gun"] };
  const entries = through(through(asked(press(-1), give("k0", "5")), race(), refused), race());
  assert.deepEqual(states(entries), ["refused", "refused"]);
  assert.equal(entries[0]?.why, "a passing comes after the gun");
});

test("a bib that somebody else gave meanwhile is not given over it", () => {
  const entries = asked(give("k9", "5"));
  const theirs = due(entries, race({ runners: [runner("5"), runner("7", "k9", "45.00")] }));
  assert.deepEqual([theirs?.kind, theirs?.entry.state, theirs?.entry.why], ["settle", "refused", "it is bib 7 meanwhile"]);
  const same = due(entries, race({ runners: [runner("5", "k9", "45.00")] }));
  assert.deepEqual([same?.kind, same?.entry.state], ["settle", "done"]);
  const struck = due(entries, race({ aside: [aside("k9", "struck")] }));
  assert.equal(struck?.entry.why, "it was struck out meanwhile");
});

test("a correction that came too late is asked again under another key, once the race was told", () => {
  const told = race({ aside: [aside("k9")] });
  const late = through(asked(give("k9", "5")), told, { kind: "answer", done: false, revision: 6, why: ["the race is another"] });
  assert.deepEqual([late[0]?.state, late[0]?.key === "k0"], ["waiting", false]);
  assert.equal(due(late, told), null);
  assert.equal(due(late, { ...told, revision: 6 })?.kind, "send");
  const why = through(asked(give("k9", "5")), told, { kind: "answer", done: false, revision: 3, why: ["no bib 5"] });
  assert.deepEqual([why[0]?.state, why[0]?.why], ["refused", "no bib 5"]);
});

test("the last thing is taken back: what never went out at once, else by asking", () => {
  const unsent = undone(asked(press(45)), "heat-1", 2000, newKey);
  assert.deepEqual(states(unsent), ["withdrawn"]);
  assert.equal(due(unsent, race()), null);
  const sent = undone(through(asked(press(45)), race()), "heat-1", 2000, newKey);
  assert.deepEqual(sent[1]?.what, { kind: "strike", of: "k0", over: "", reason: "pressed by mistake", undoes: true });
  assert.equal(last(sent, "heat-1"), null);
  assert.equal(undone(sent, "heat-1", 2001, newKey), sent);
});

test("a bib is taken back by its line of the journal, known by its revision; then the time itself", () => {
  let entries = through(asked(press(45), give("k0", "5")), race(), { kind: "answer", done: true, revision: 3, why: [] });
  entries = through(entries, race({ aside: [aside("k0")] }));
  assert.deepEqual(states(entries), ["done", "done"]);
  entries = undone(entries, "heat-1", 2000, newKey);
  const change: Change = { line: 42, revision: 4, act: "reassign", text: "", by: "", role: "", reason: "", undone: false };
  const told = race({ revision: 4, runners: [runner("5", "k0", "45.00")], changes: [change] });
  const next = due(entries, told);
  assert.deepEqual(next?.kind === "send" && next.asked.do, { act: "undo", line: 42 });
  assert.equal(due(entries, { ...told, changes: [{ ...change, undone: true }] })?.entry.state, "done");
  assert.equal(due(entries, { ...told, changes: [] })?.entry.state, "refused");
  assert.equal(last(entries, "heat-1")?.key, "k0");
});

test("a time that was struck out by mistake is put back", () => {
  const strike: What = { kind: "strike", of: "k0", over: "7", reason: "pressed by mistake", undoes: false };
  const before = race({ runners: [runner("5"), runner("7", "k0", "45.00")] });
  const taken = through(asked(press(45), strike), race(), { kind: "answer", done: true, revision: 3, why: [] });
  assert.deepEqual(rows(taken.slice(0, 1), before, "free").map(({ bib, mark }) => [bib, mark]), [["7", "taken"]]);
  assert.deepEqual(rows(taken, before, "free"), []);
  const struck = through(taken, before);
  const after = race({ revision: 4, aside: [aside("k0", "struck", "7")] });
  const entries = undone(struck, "heat-1", 2000, newKey);
  const next = due(entries, after);
  assert.deepEqual(next?.kind === "send" && next.asked.do, { act: "restore", what: "k0" });
  assert.deepEqual(rows(entries, after, "free").map(({ bib, mark }) => [bib, mark]), [["7", "sending"]]);
  assert.equal(last(entries, "heat-1")?.key, "k0");
  assert.equal(due(entries, { ...before, revision: 4 })?.entry.state, "done");
});

test("what the race shows was taken, whatever was answered to somebody who signed in anew", () => {
  const refused: Reply = { kind: "answer", done: false, revision: 3, why: ["this key is that of another request"] };
  const entries = through(asked(press(45)), race(), refused);
  assert.deepEqual(states(settled(entries, race())), ["refused"]);
  assert.deepEqual(states(settled(entries, race({ aside: [aside("k0")] }))), ["done"]);
});

test("the list shows what was asked as if it were done, and says how far it has come", () => {
  const shown = (entries: Entries, told: Snapshot): unknown[] => rows(entries, told, "network").map(({ text, bib, mark }) => [text, bib, mark]);
  const entries = asked(press(45), press(46.001), give("k0", "5"));
  assert.deepEqual(shown(entries, race()), [["46.01", "", "network"], ["45.00", "5", "network"]]);
  const taken = race({ aside: [aside("k0"), aside("theirs")] });
  assert.deepEqual(shown(entries, taken).at(0), ["46.01", "", "network"]);
  assert.deepEqual(waiting(rows(entries, taken, "free")).map(({ key }) => key), ["k1", "theirs"]);
  assert.deepEqual(shown(asked(), race({ aside: [aside("s", "struck")] })), []);
});

test("a time whose bib the race does not take waits for another, and says why", () => {
  const [row] = rows([], race({ aside: [aside("k9", "refused", "5")] }), "free");
  assert.deepEqual([row?.bib, row?.over, row?.why], ["", "5", "twice at one point"]);
});

test("times of another race are counted as long as they are to be sent", () => {
  assert.equal(left(asked(press(45), press(46)), "heat-2"), 2);
  assert.equal(left(asked(press(45)), "heat-1"), 0);
});

const PREFIX = "pacelight.stopwatch.1.";

test("what was asked is kept through a reload, in its order, by two pages at once", () => {
  const store = new Memory();
  const [one, other] = [asked(press(45), press(46)), added([], 1000, "k9", "heat-1", press(44))];
  new Keep<What>(store, PREFIX).save([], one);
  new Keep<What>(store, PREFIX).save([], other);
  const found = new Keep<What>(store, PREFIX).load(5000);
  assert.deepEqual(found.map(({ key }) => key), ["k0", "k9", "k1"]);
  assert.deepEqual(found.filter(({ key }) => key !== "k9"), one);
});

test("what is settled is forgotten after a day, what is not never, and rubbish is passed over", () => {
  const store = new Memory();
  const [done, open] = asked(press(45), press(46));
  new Keep<What>(store, PREFIX).save([], [{ ...done!, state: "done" }, open!]);
  store.setItem("pacelight.stopwatch.1.x", "{");
  store.setItem("pacelight.theme", "dark");
  const day = 24 * 3600_000;
  assert.deepEqual(new Keep<What>(store, PREFIX).load(1000).map(({ key }) => key), ["k0", "k1"]);
  new Keep<What>(store, PREFIX).load(day);
  assert.deepEqual(new Keep<What>(store, PREFIX).load(day).map(({ key }) => key), ["k1"]);
});

test("a browser that keeps nothing says so, and loses nothing meanwhile", () => {
  const store = new Memory();
  const keep = new Keep<What>(store, PREFIX);
  assert.ok(keep.works);
  store.full = true;
  keep.save([], asked(press(45)));
  assert.ok(!keep.works);
  assert.ok(!new Keep<What>(null, PREFIX).works);
});

test("each answer of the server is done, refused, or asked again", () => {
  assert.deepEqual(replyOf(200, { done: true, revision: 4, why: [] }), { kind: "answer", done: true, revision: 4, why: [] });
  assert.deepEqual(replyOf(409, { done: false, revision: 4, why: ["no"] }), { kind: "answer", done: false, revision: 4, why: ["no"] });
  const kinds = [400, 403, 409, 413, 429, 503].map((status) => replyOf(status, { error: "why" }).kind);
  assert.deepEqual(kinds, ["refused", "sign-in", "again", "refused", "again", "again"]);
});

test("settings are those chosen before, and what is not known is as usual", () => {
  const store = new Memory();
  assert.deepEqual(chosenBefore(store), USUAL);
  const chosen = { advance: "all", line: "start", keys: false, awake: false } as const;
  remember(store, chosen);
  assert.deepEqual(chosenBefore(store), chosen);
  store.setItem("pacelight.stopwatch.settings", '{"advance": "fly", "line": 3}');
  assert.deepEqual(chosenBefore(store), USUAL);
});
