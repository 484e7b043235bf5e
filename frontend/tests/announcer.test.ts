import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { partsOf, type Card } from "../src/announcer/card.ts";
import { newsTexts, saidBeside, saidOn, UNSAID } from "../src/announcer/news.ts";
import { correctionTexts as texts, NOTHING, packed, remembered, unpacked, type Correction } from "../src/race/corrections.ts";
import { arrivals, countText } from "../src/race/expected.ts";
import { markText, restText } from "../src/announcer/mark.ts";
import { nextOf, phaseOf } from "../src/announcer/phase.ts";
import { inOrder, nationalOf, needsShort, recordName, sentences, stakeTexts } from "../src/announcer/sentences.ts";
import type { Mark, RecordFound, RecordLine, Runner, Snapshot, Split } from "../src/live/protocol.ts";
import "./english.ts";
import { speaking } from "./english.ts";

const correctionTexts = (all: readonly Correction[]): readonly string[] => texts(all, recordName);

const MILE = 1609.344;
afterEach(() => speaking("en"));
const mark = (value: number): Mark => ({ text: markText(value, 2), value, unit: "ms", precision: 2 });
const split = (distance_m: number, elapsed_s: number, official = false): Split => ({ distance_m, elapsed_s, text: markText(elapsed_s * 1000, 2), official, method: "video" });

const WORLD: RecordLine = {
  level: "WR", label: "WR", scope: "WORLD", code: "MILEsh", mark: mark(226_630), gap_s: 1.08, gap_m: 7.7,
  chance: "on pace", needs_s: 30.55, words: "30.5 for the last 209 m for WR (3:46.62 or better)", rest_m: 209.344,
};

function runner(bib: string, name: string, more: Partial<Runner> = {}): Runner {
  return { bib, name, nation: "NOR", finish_only: false, status: null, splits: [], gaps: [], result: null, ...more };
}

const JAKOB = runner("1", "Jakob Ingebrigtsen", {
  splits: [split(1200, 168.39), split(1400, 196.07)],
  outlook: { distance_m: 1400, elapsed_s: 196.07, projected: false, even: mark(225_390), current: mark(225_050), calibrated: false, lines: [WORLD] },
});
const STEFAN = runner("2", "Stefan Nillessen", { nation: "NED", splits: [split(1200, 172.0), split(1400, 201.31)] });

function race(more: Partial<Snapshot> = {}): Snapshot {
  const fields = {
    seq: 1,
    state: "running",
    race: { id: "mile", name: "Mile", event: { code: "MILEsh", name: "Mile short track", distance_m: MILE }, sex: "men", day: "2025-02-13", venue: "Liévin", competition: "Meeting" },
    track: { lap_m: 200, open: false },
    clock: { gun_unix_ns: 1, rate: 1, server_unix_ns: 1 },
    lights: [],
    runners: [STEFAN, JAKOB],
    records: [],
  };
  return { ...fields, ...more } as unknown as Snapshot;
}

const FELL: RecordFound = {
  level: "WR", label: "WR", scope: "WORLD", code: "MILEsh", mark: mark(225_140), by_thousandths: 1490, stood: mark(226_630), stood_since: "2025-02-08",
  stood_by: ["Yared Nuguse"], en_route: false, athlete: "Jakob Ingebrigtsen", nation: "NOR", bib: "1", status: "candidate", equalled: false,
};

test("a mark is cut, never rounded up: whoever runs it has broken the record", () => {
  assert.equal(markText(226_620, 2), "3:46.62");
  assert.equal(restText(27.99), "27.9");
  assert.equal(restText(27.9), "27.9");
  assert.equal(restText(65.04), "1:05.0");
  assert.equal(markText(61_000, 0), "1:01");
});

test("the next crossing of the line is counted down from the pace of the last lap", () => {
  const [first] = arrivals(race(), 197);
  // 209.344 m from 1400 m in 28.98 s; the line is at 1409.344 m, 9.344 m on
  assert.deepEqual([first?.bib, first?.next?.metres], ["1", 1409.344]);
  assert.ok(Math.abs((first?.at ?? 0) - (196.07 + (9.344 / 209.344) * 28.98)) < 1e-6);
  const later = arrivals(race(), 200)[0];
  assert.deepEqual([later?.next?.metres, later?.at], [MILE, 225.05], "nobody is timed at that line: the finish is looked forward to");
});

test("in the last fifteen seconds it turns, and at the line it is due", () => {
  const stands = (seconds: number) => arrivals(race(), seconds)[0]?.stands;
  assert.deepEqual([205, 210.1, 225.04, 225.06].map(stands), ["far", "soon", "soon", "due"]);
  assert.equal(countText(15), "15");
  assert.equal(countText(0.01), "1");
  assert.equal(countText(0), "0");
});

test("of whoever was not timed nothing is expected, and whoever is in or out is said to be", () => {
  const field = [runner("3", "A B"), runner("4", "C D", { status: "DNF" }), runner("5", "E F", { result: { place: 1, mark: mark(225_140) } })];
  const found = arrivals(race({ runners: field }), 230);
  assert.deepEqual(found.map(({ bib, stands, at }) => [bib, stands, at]), [["5", "in", null], ["3", "unknown", null], ["4", "out", null]]);
});

test("a sentence says what the rest has to be run in, in the language that is spoken", () => {
  const said = () => sentences(race(), 197).find(({ kind }) => kind === "reach")?.text;
  assert.equal(said(), "Ingebrigtsen needs 30.5 for the last 209 m for the world record: 3:46.62 or better.");
  assert.equal(needsShort(race(), JAKOB, 197), "30.5 for 3:46.62");
  speaking("nb");
  assert.equal(said(), "Ingebrigtsen må løpe de siste 209 m på 30.5 for verdensrekorden: 3:46.62 eller bedre.");
  speaking("fr");
  assert.equal(said(), "Ingebrigtsen doit courir les 209 derniers m en 30.5 pour le record du monde\u00a0: 3:46.62 ou mieux.");
});

test("what is out of reach, and a best of somebody far behind, is not said", () => {
  const own: RecordLine = { ...WORLD, level: "PB", label: "PB", scope: "x", chance: "in reach" };
  const far = [...Array(6)].map((_, n) => runner(String(n + 10), `Given Family${n}`, {
    splits: [split(1400, 200 + n)],
    outlook: { distance_m: 1400, elapsed_s: 200 + n, projected: false, even: mark(230_000), current: mark(230_000), calibrated: false, lines: [own, { ...WORLD, chance: "out of reach" }] },
  }));
  const reach = sentences(race({ runners: far }), 210).filter(({ kind }) => kind === "reach");
  assert.deepEqual(reach.map(({ bib }) => bib), ["10", "11", "12"]);
});

const AREA: RecordLine = { ...WORLD, level: "AR", label: "AR", scope: "EUR", mark: mark(228_000), needs_s: 31.92 };
const reachesOf = (one: Snapshot, seconds: number | null) => sentences(one, seconds).filter(({ kind }) => kind === "reach").map(({ text }) => text);

test("a record that the clock has left behind is not said, and the next one takes its place", () => {
  const both = { ...JAKOB, outlook: { ...JAKOB.outlook!, lines: [WORLD, AREA] } };
  const now = race({ runners: [both, STEFAN] });
  assert.match(reachesOf(now, 226.61)[0] ?? "", /the world record/); // 196.07 + 30.55 = 226.62
  assert.match(reachesOf(now, 226.63)[0] ?? "", /the European record: 3:47\.99/);
  assert.deepEqual([226.61, 226.63, 228].map((at) => needsShort(now, both, at)), ["30.5 for 3:46.62", "31.9 for 3:47.99", ""]);
  assert.deepEqual(reachesOf(now, 228), []);
  assert.deepEqual(reachesOf(now, null), []);
});

test("of a race that is over nothing is said that may still come, whoever was not seen at the finish", () => {
  for (const state of ["finished", "official", "aborted"] as const) {
    const over = race({ state });
    assert.deepEqual(sentences(over, 197), [], state);
    assert.equal(needsShort(over, JAKOB, 197), "", state);
  }
  assert.deepEqual(reachesOf(race({ state: "held" }), 197).length, 1, "runners run on while the lights are held");
  assert.equal(needsShort(race(), { ...JAKOB, status: "DNF" }, 197), "");
});

test("at the pace of the last lap nobody finishes at a time that the clock has passed", () => {
  const paces = [225, 225.06].map((at) => sentences(race(), at).some(({ id }) => id === "pace"));
  assert.deepEqual(paces, [true, false]);
});

test("metres are not grouped, in any language", () => {
  const far = race({ runners: [{ ...JAKOB, outlook: { ...JAKOB.outlook!, lines: [{ ...WORLD, rest_m: 6000, needs_s: 930 }] } }] });
  const said = ["en", "nb", "fr"].map((code) => {
    speaking(code);
    return /\d+\D?\d+(?= (?:derniers )?m )/.exec(reachesOf(far, 197)[0] ?? "")?.[0];
  });
  assert.deepEqual(said, ["6000", "6000", "6000"]);
});

test("what is not a hundredth ahead is level", () => {
  const lights = [{ name: "WR", label: "WR" }] as unknown as Snapshot["lights"];
  const said = (gap_s: number) => {
    const leads = { ...JAKOB, gaps: [{ light: "WR", distance_m: 1400, gap_s, gap_m: 0 }] };
    return sentences(race({ lights, runners: [leads] }), 197).find(({ id }) => id === "light WR")?.text;
  };
  const level = "Ingebrigtsen is level with the light: WR.";
  assert.deepEqual([0, 0.004, -0.004].map(said), [level, level, level]);
  assert.deepEqual([0.01, -0.01].map(said), ["Ingebrigtsen is 0.01 s ahead of the light: WR.", "Ingebrigtsen is 0.01 s behind the light: WR."]);
  const together = { ...STEFAN, splits: [split(1400, 196.073)] };
  assert.ok(!sentences(race({ runners: [JAKOB, together] }), 197).some(({ id }) => id.startsWith("gap")));
});

test("records of one mark are one sentence, widest first, with the caution", () => {
  const others = [{ ...FELL, level: "NR", label: "NR", scope: "NOR" }, { ...FELL, level: "AR", label: "AR", scope: "EUR" }];
  const [first, ...rest] = sentences(race({ records: [...others, FELL] }), 226);
  assert.equal(first?.kind, "record");
  assert.equal(first?.text, "Jakob Ingebrigtsen beats the world record: 3:45.14. 1.49 s under 3:46.63, Yared Nuguse, 8 Feb 2025. Also the European record, the national record (NOR).");
  assert.match(first?.caution ?? "", /pending ratification/);
  assert.deepEqual(rest.filter(({ kind }) => kind === "record"), []);
});

test("whoever is in comes first, then who is furthest and earliest", () => {
  const done = runner("9", "In First", { result: { place: 1, mark: mark(225_140) }, splits: [split(MILE, 225.14, true)] });
  assert.deepEqual(inOrder(race({ runners: [STEFAN, JAKOB, done] })).map(({ bib }) => bib), ["9", "1", "2"]);
});

test("a confirmed time that is another later is a correction; a raw one is not", () => {
  const at = (text: string, official: boolean) => race({ runners: [{ ...JAKOB, splits: [{ ...split(MILE, 225.14, official), text }] }] });
  const before = remembered(NOTHING, at("3:45.14", true));
  assert.deepEqual(before.corrections, []);
  const after = remembered(before, at("3:45.16", true));
  assert.deepEqual(correctionTexts(after.corrections), ["Jakob Ingebrigtsen, finish: 3:45.16, not 3:45.14."]);
  assert.deepEqual(remembered(after, at("3:45.16", true)).corrections.length, 1, "once is enough");
  const raw = remembered(remembered(NOTHING, at("3:45.14", false)), at("3:45.16", true));
  assert.deepEqual(raw.corrections, []);
});

test("a record that is withdrawn is said to be; a result that is opened again is compared when it is official once more", () => {
  const both = [FELL, { ...FELL, level: "AR", label: "AR", scope: "EUR" }];
  const gone = remembered(remembered(NOTHING, race({ records: both })), race());
  assert.deepEqual(correctionTexts(gone.corrections), ["Jakob Ingebrigtsen, the world record, the European record: 3:45.14 does not stand."]);
  const won = { ...JAKOB, splits: [], result: { place: 1, mark: mark(225_140) } };
  const official = remembered(NOTHING, race({ state: "official", runners: [won] }));
  const opened = remembered(official, race({ state: "finished", runners: [won] }));
  assert.deepEqual(opened.corrections, []);
  const again = remembered(opened, race({ state: "official", runners: [{ ...won, status: "DQ", result: null }] }));
  assert.deepEqual(correctionTexts(again.corrections), ["Jakob Ingebrigtsen: DQ, not 1. in 3:45.14."]);
});

test("what stands again is no correction any more, and what goes to and fro is one", () => {
  const at = (text: string) => race({ runners: [{ ...JAKOB, splits: [{ ...split(MILE, 225.14, true), text }] }] });
  const told = ["3:45.14", "3:46.90", "3:45.14", "3:46.90"].map(at);
  const texts_ = told.map((_, n) => correctionTexts(told.slice(0, n + 1).reduce(remembered, NOTHING).corrections));
  assert.deepEqual(texts_, [[], ["Jakob Ingebrigtsen, finish: 3:46.90, not 3:45.14."], [], ["Jakob Ingebrigtsen, finish: 3:46.90, not 3:45.14."]]);
  // Records go in one delta and come in the next: in between nobody knows what they are.
  const swapped = [race({ records: [FELL] }), race(), race({ records: [{ ...FELL, mark: { ...FELL.mark, text: "3:46.61" } }] })];
  assert.deepEqual(correctionTexts(swapped.reduce(remembered, NOTHING).corrections), ["Jakob Ingebrigtsen, the world record: 3:46.61, not 3:45.14."]);
  assert.deepEqual([...swapped, race({ records: [FELL] })].reduce(remembered, NOTHING).corrections, []);
  const kept = unpacked(packed(swapped.reduce(remembered, NOTHING)), NOTHING);
  assert.deepEqual(kept, swapped.reduce(remembered, NOTHING), "a tab that is loaded anew has them still");
  for (const text of [null, "", "{", "7"]) assert.deepEqual(unpacked(text, NOTHING).corrections, []);
});

test("another race begins with nothing to correct", () => {
  const other = race({ records: [FELL], race: { ...race().race, id: "1500" } });
  assert.deepEqual(remembered(remembered(NOTHING, race({ records: [FELL] })), { ...other, records: [] }).corrections, []);
});

test("a race is before, under way or over", () => {
  const phase = (state: Snapshot["state"], gun: number | null = 1) => phaseOf(race({ state, clock: { gun_unix_ns: gun, rate: 1, server_unix_ns: 1 } }));
  assert.deepEqual((["loaded", "armed", "running", "held", "finished", "official", "aborted"] as const).map((one) => phase(one)), ["before", "before", "running", "running", "over", "over", "over"]);
  assert.equal(phase("aborted", null), "before");
  assert.equal(phase("recalled"), "before");
  assert.equal(nextOf(race()), null);
});

test("what is at stake is said widest first; what is a nation's, of its runners", () => {
  const stake = { label: "NR", code: "MILEsh", mark: mark(234_280), since: "2024-02-10", holders: ["Stefan Nillessen"], en_route: false };
  const stakes = [{ ...stake, level: "NR", scope: "NED", bibs: ["2"] }, { ...stake, level: "WR", label: "WR", scope: "WORLD", mark: mark(226_630), bibs: ["1", "2"] }];
  assert.deepEqual(stakeTexts(race({ stakes })).map(({ record, mark: at, whose }) => [record, at, whose]), [["the world record", "3:46.63", ""]]);
  assert.deepEqual([...nationalOf(stakes)], [["2", "3:54.28"]]);
  const alone = race({ stakes, runners: [STEFAN] });
  assert.deepEqual(stakeTexts(alone, stakes.slice(0, 1)).map(({ record, whose }) => [record, whose]), [["the national record (NED)", ""]], "where all are of one nation it is everybody's");
});

test("of a card the parts that say something, tonight's event first", () => {
  const run = { event: { code: "MILEsh", name: "Mile short track" }, mark: mark(227_560), day: "2024-02-10", venue: "Liévin", competition: "", place: 2, en_route_of: null, status: "candidate" };
  const card = { schema: "pacelight.card/1", best: run, season: null, others: [], progression: [], held: [], held_before: 0, last: [run], honours: [] } as unknown as Card;
  const parts = partsOf(card, race().race);
  assert.deepEqual(parts.map(({ id, lines }) => [id, lines.map(({ head, mark: at, more, status }) => [head, at, more, status])]), [
    ["bests", [["Personal best", "3:47.56", "Liévin, 10 Feb 2024", "candidate"]]],
    ["last", [["Mile short track", "3:47.56", "Liévin, 10 Feb 2024, place 2", "candidate"]]],
  ]);
});

test("what comes of a race that is not on the track any more is news, and a correction what is another", () => {
  const won = { ...JAKOB, splits: [], result: { place: 1, mark: mark(225_140) } };
  const both = [FELL, { ...FELL, level: "AR", label: "AR", scope: "EUR" }];
  const left = saidOn(UNSAID, race({ state: "finished", runners: [won] }));
  const over = race({ state: "official", runners: [won], records: both });
  const official = saidBeside(left, over);
  assert.deepEqual(official.corrections, []);
  assert.deepEqual(newsTexts(official.news), ["Jakob Ingebrigtsen, the world record, the European record: 3:45.14. Pending ratification.", "The result is official."]);
  assert.deepEqual(newsTexts(saidBeside(official, over).news), newsTexts(official.news), "once is enough");
  const opened = saidBeside(official, race({ state: "finished", runners: [won] }));
  assert.deepEqual(newsTexts(opened.news), ["The result was opened again: it is not official."]);
  assert.deepEqual(correctionTexts(opened.corrections), ["Jakob Ingebrigtsen, the world record, the European record: 3:45.14 does not stand."]);
  assert.deepEqual(saidBeside(UNSAID, over).news, [], "what was there before the page was opened is no news");
});
