import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, due, isKept, laneOf, lasts, triesOf, type Ask, type Asking } from "../src/desk/asking.ts";
import { added, put, type Entries } from "../src/desk/entry.ts";
import { Keep } from "../src/desk/keep.ts";
import { answered } from "../src/desk/reply.ts";
import type { Reply } from "../src/desk/server.ts";
import type { Change, Snapshot } from "../src/live/protocol.ts";
import { Memory } from "./memory.ts";
import { bound, isFree, isOurs, keyOf, type Focus, type Shortcut } from "../src/shell/keys.ts";

const NONE: ReadonlyMap<string, number> = new Map();
const race = (revision: number, changes: readonly Change[] = []): Snapshot =>
  ({ race: { id: "mile" }, revision, changes, races: [{ id: "mile", revision }, { id: "800", revision: 2 }] }) as unknown as Snapshot;

let made = 0;
function asked(all: Entries<Asking>, ask: Ask, seen: number | null = 3, more: Partial<Asking> = {}, id = "mile"): Entries<Asking> {
  return added(all, 1000, `key${(made += 1)}`, id, { kind: "ask", ask, seen, again: false, ...more });
}
const only = (all: Entries<Asking>) => all[0]!;
const answer = (done: boolean, revision: number, ...why: string[]): Reply => ({ kind: "answer", done, revision, why });

test("it is asked upon what was seen when it was asked, not when it goes out", () => {
  const all = asked([], { do: "check" });
  const next = due(all, "", race(9), NONE);
  assert.ok(next?.kind === "send");
  assert.deepEqual(next.asked, { key: only(all).key, race: "mile", seen: 3, do: { act: "check" } });
});

test("what was done from here is counted as seen, so that one key after another is taken", () => {
  const next = due(asked([], { do: "arm" }), "", race(3), new Map([["mile", 4]]));
  assert.equal(next?.kind === "send" && next.asked.seen, 4);
});

test("what stops something needs no revision and waits behind nothing", () => {
  let all = asked([], { do: "check" });
  all = asked(all, { do: "blackout" });
  const [check, stop] = all;
  assert.deepEqual([laneOf(check!), laneOf(stop!)], ["", stop!.id]);
  const next = due(all, stop!.id, null, NONE);
  assert.deepEqual(next?.kind === "send" && next.asked, { key: stop!.key, race: "mile", do: { act: "blackout" } });
});

test("a race that nobody opened yet is loaded without a revision", () => {
  const next = due(asked([], { do: "load" }, null, {}, "3000"), "", race(3), NONE);
  assert.deepEqual(next?.kind === "send" && next.asked.seen, undefined);
});

test("a correction that holds whatever was changed is asked again upon that, once it was told", () => {
  const all = asked([], { do: "strike", what: "k" }, 3, { again: true });
  const first = due(all, "", race(3), NONE);
  assert.ok(first?.kind === "send");
  const late = answered(first.entry, answer(false, 6, "the race is another"), () => "other", triesOf(first.entry));
  assert.deepEqual([late.state, late.key], ["waiting", "other"]);
  assert.equal(due(put(all, late), "", race(5), NONE), null);
  const again = due(put(all, late), "", race(6), NONE);
  assert.deepEqual(again?.kind === "send" && [again.asked.key, again.asked.seen], ["other", 6]);
});

test("an operator decides anew: what came upon another race is refused, with what others did", () => {
  const all = asked([], { do: "arm" });
  const next = due(all, "", race(5), NONE);
  assert.ok(next?.kind === "send");
  const change = (revision: number): Change => ({ line: revision, revision, act: "swap", text: "", by: "timing desk", role: "", reason: "", undone: false });
  const refused = answered(next.entry, answer(false, 5, "the race is another"), () => "", triesOf(next.entry));
  const found = answerOf(refused, race(5, [change(3), change(4), change(5)]));
  assert.deepEqual([found?.done, found?.code, found?.since?.map(({ revision }) => revision)], [false, "changed", [4, 5]]);
  const plain = answered(next.entry, answer(false, 3, "no bib 9"), () => "", 1);
  assert.deepEqual(answerOf(plain, race(3)), { done: false, text: "no bib 9", code: "refused" });
  assert.equal(answerOf(next.entry, race(3)), null);
});

test("times outlive their page and dark lamps do for a minute, a gun does not", () => {
  const kept = (["split", "strike", "gun", "arm", "blackout"] as const).map((act) => isKept({ kind: "ask", ask: { do: act }, seen: 1, again: false }));
  assert.deepEqual(kept, [true, true, false, false, true]);
  const asked = (act: "blackout" | "split"): Asking => ({ kind: "ask", ask: { do: act }, seen: null, again: false });
  const store = new Memory();
  const all = added(added([], 1000, "a".repeat(32), "r", asked("blackout")), 1001, "b".repeat(32), "r", asked("split"));
  new Keep<Asking>(store, "desk.", lasts).save([], all);
  const acts = (wall: number): readonly string[] => new Keep<Asking>(store, "desk.", lasts).load(wall).map(({ what }) => what.ask.do);
  assert.deepEqual(acts(60_000), ["blackout", "split"]);
  assert.deepEqual(acts(62_000), ["split"]);
  assert.deepEqual(acts(1000), ["split"], "what is over is gone from the browser, too");
});

const press = (key: string, more = {}) => ({ key, repeat: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...more });
const shortcut = (id: string, key: string): Shortcut => ({ id, key, label: id, run: () => undefined });

test("a key is the page's but for fields, for what has the focus, and for the browser", () => {
  const ours = (key: string, focus: Focus, always = false): boolean => isOurs(press(key), focus, always);
  assert.deepEqual([ours("b", "page"), ours("b", "field"), ours("b", "control"), ours("b", "figures")], [true, false, true, true]);
  assert.deepEqual([ours(" ", "control"), ours("Enter", "control"), ours(" ", "page")], [false, false, true]);
  assert.deepEqual([ours("Escape", "field", true), ours("Escape", "field"), ours("x", "field", true)], [true, false, false]);
  assert.deepEqual(["3", ":", ".", "Backspace", "-"].map((key) => ours(key, "figures")), [false, false, false, false, true]);
  assert.ok(!isOurs(press("r", { ctrlKey: true }), "page", true));
});

test("keys have one name, whatever the case; the browser's own cannot be chosen", () => {
  assert.deepEqual([" ", "B", "?", "PageDown"].map(keyOf), ["Space", "b", "?", "PageDown"]);
  assert.deepEqual(["Tab", "F5", "F8", "Escape", "b"].map(isFree), [false, false, true, true, true]);
});

test("a key that was chosen for one thing is no other's any more", () => {
  const keys = bound([shortcut("go", "Space"), shortcut("blackout", "b"), shortcut("check", "c")], new Map([["go", "b"]]));
  assert.deepEqual([...keys], [["go", "b"], ["blackout", ""], ["check", "c"]]);
});
