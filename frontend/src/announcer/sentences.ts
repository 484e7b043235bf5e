/** What can be read out as it stands: sentences in the language in use, the weightiest first. Pure. */
import type { RecordFound, RecordLine, Runner, Snapshot, Stake } from "../live/protocol.ts";
import { isUnderWay, lastTwo } from "../track/projection.ts";
import { byText, dayText, daysBetween, eventText, numberText, pointText, shortName } from "../words/format.ts";
import { say, sayOr } from "../words/index.ts";
import { understood } from "../words/understood.ts";
import { compared } from "../race/expected.ts";
import { grouped } from "../race/grouped.ts";
import { markText, restText } from "./mark.ts";

export interface Sentence {
  /** Of what it speaks: the same one again takes the place of the one before. */
  readonly id: string;
  readonly kind: "record" | "reach" | "race" | "result";
  readonly text: string;
  /** What has to be said with it; empty for nothing. */
  readonly caution: string;
  /** Whose race it is about; empty of nobody's. */
  readonly bib: string;
  /** It was measured; else it is reckoned from the pace. */
  readonly sure: boolean;
}

const LEVELS = ["WR", "AR", "CR", "NR", "LR", "MR", "FR", "PB", "SB"];
/** Of whoever runs behind so many, only what is wider than a best of their own is said. */
const FRONT = 3;
const SECOND_MS = 1000;
/** What is less is 0.00 s, and nobody is ahead. */
const LEVEL_S = 0.005;

/** How wide a record is: the widest is said first. */
export const rank = ({ level }: { readonly level: string }): number => (LEVELS.indexOf(level) + LEVELS.length + 1) % (LEVELS.length + 1);

/** "the world record", "the European record", "the national record (NOR)", "a personal best". */
export function recordName(one: { readonly level: string; readonly label: string; readonly scope: string }): string {
  const { level, label, scope } = one;
  const plain = (): string => sayOr(`announcer-the-${label}`, sayOr(`announcer-the-${level}`, label), { scope });
  return level === "AR" ? sayOr(`announcer-the-${scope}`, plain()) : plain();
}

/** With the event, where it is another than that of the race. */
function named(one: RecordLine | RecordFound | Stake, race: Snapshot["race"]): string {
  const record = recordName(one);
  return one.code === race.event.code ? record : say("announcer-record-of", { record, event: eventText(one.code, race) });
}

/**
 * What the race is worth saying now.
 * @param seconds on the race clock; null before the gun
 */
export function sentences(race: Snapshot, seconds: number | null): readonly Sentence[] {
  const order = inOrder(race);
  const fell = records(race);
  const reaches = order.flatMap((runner, n) => reach(race, runner, n, seconds));
  const wide = reaches.toSorted((a, b) => a.rank - b.rank || a.place - b.place);
  return [...fell, ...wide.map(({ sentence }) => sentence), ...lead(race, order, seconds), ...results(race)];
}

/** All that can be said of one runner. */
export const sentencesOf = (race: Snapshot, bib: string, seconds: number | null): readonly Sentence[] => sentences(race, seconds).filter((one) => one.bib === bib);

interface Ranked {
  readonly sentence: Sentence;
  readonly rank: number;
  readonly place: number;
}

/**
 * The records that a runner can still break, the widest first.
 * A runner who is out, or whose time is missed, keeps the outlook of the last split: the clock says which of it is gone.
 */
function reachable(race: Snapshot, { outlook, status, result }: Runner, seconds: number | null): readonly RecordLine[] {
  if (outlook == null || status !== null || result !== null || seconds === null || !isUnderWay(race.state)) return [];
  const isOpen = ({ chance, needs_s: needs }: RecordLine): boolean => (chance === "on pace" || chance === "in reach") && needs !== null && seconds <= outlook.elapsed_s + needs;
  return outlook.lines.filter(isOpen).toSorted((a, b) => rank(a) - rank(b));
}

function reach(race: Snapshot, runner: Runner, place: number, seconds: number | null): readonly Ranked[] {
  const widest = reachable(race, runner, seconds).filter((one) => place < FRONT || !isOwn(one));
  // Whoever breaks the widest record of an event breaks the narrower ones: one sentence an event is enough.
  const first = widest.filter((one, n) => widest.findIndex(({ code }) => code === one.code) === n);
  return first.map((line) => ({ sentence: needs(race, runner, line), rank: rank(line), place }));
}

const isOwn = ({ level }: RecordLine): boolean => level === "PB" || level === "SB";

/** "Ingebrigtsen needs 30.5 for the last 209 m for the world record: 3:46.62 or better." */
function needs(race: Snapshot, runner: Runner, line: RecordLine): Sentence {
  const { rest_m: rest = 0, needs_s: seconds } = line;
  const elapsed = runner.outlook?.elapsed_s ?? 0;
  const told = {
    name: shortName(runner.name),
    time: restText(seconds ?? 0),
    record: named(line, race.race),
    mark: markText(Math.round((elapsed + (seconds ?? 0)) * SECOND_MS), line.mark.precision),
  };
  const isLap = Math.abs(rest - race.track.lap_m) < 0.001;
  const text = isLap ? say("announcer-needs-lap", told) : say("announcer-needs", { ...told, metres: numberText(Math.floor(rest), 0) });
  return { id: `reach ${runner.bib} ${line.code} ${line.level} ${line.scope}`, kind: "reach", text, caution: "", bib: runner.bib, sure: false };
}

/** As a headline: "30.5 for 3:46.62". */
export function needsShort(race: Snapshot, runner: Runner, seconds: number | null): string {
  const [line] = reachable(race, runner, seconds);
  if (line === undefined) return "";
  const elapsed = runner.outlook?.elapsed_s ?? 0;
  const mark = markText(Math.round((elapsed + (line.needs_s ?? 0)) * SECOND_MS), line.mark.precision);
  return say("announcer-needs-short", { time: restText(line.needs_s ?? 0), mark });
}

/** Records that fell, those of one mark together. */
export function records(race: Snapshot): readonly Sentence[] {
  const groups = grouped(race.records, ({ bib, code, mark }) => `${bib} ${code} ${mark.value}`);
  const found = [...groups.entries()].map(([id, all]) => ({ id, all: all.toSorted((a, b) => rank(a) - rank(b)) }));
  return found.toSorted((a, b) => rank(a.all[0] as RecordFound) - rank(b.all[0] as RecordFound)).map(({ id, all }) => fell(race, id, all));
}

function fell(race: Snapshot, id: string, all: readonly RecordFound[]): Sentence {
  const [widest, ...others] = all as [RecordFound, ...RecordFound[]];
  const told = { record: named(widest, race.race), name: widest.athlete, mark: widest.mark.text };
  const first = say(widest.equalled ? "announcer-equalled" : "announcer-fell", told);
  const parts = [first, stood(race, widest)];
  if (others.length > 0) parts.push(say("announcer-fell-too", { records: listed(others.map((one) => named(one, race.race))) }));
  const caution = widest.status === "ratified" ? "" : sayOr(`announcer-caution-${widest.status}`, say("announcer-caution-candidate"));
  return { id: `record ${id}`, kind: "record", text: parts.join(" "), caution, bib: widest.bib, sure: true };
}

/** "1.49 s under 3:46.63, Yared Nuguse, 8 Feb 2025." */
function stood(race: Snapshot, { by_thousandths: by, stood: mark, stood_by: whose, stood_since: since, equalled }: RecordFound): string {
  const days = daysBetween(since, race.race.day);
  const told = { by: byText(by), stood: mark.text, name: listed(whose), day: dayText(since), days };
  return say(equalled ? "announcer-stood-equalled" : "announcer-stood", told);
}

const listed = (words: readonly string[]): string => words.join(", ");

/** Who leads, and by how much; at what pace. */
function lead(race: Snapshot, order: readonly Runner[], seconds: number | null): readonly Sentence[] {
  const [first, second] = order;
  const last = first === undefined ? undefined : lastTwo(first)[0];
  if (first === undefined || last === undefined || first.result !== null || !isUnderWay(race.state)) return [];
  const point = pointText(last.distance_m, race.race.event.distance_m);
  const said = [sentence(`lead ${last.distance_m}`, "race", say("announcer-leads", { name: first.name, point, time: last.text }), first.bib, true)];
  const behind = second?.splits.find(({ distance_m: at }) => at === last.distance_m);
  if (second !== undefined && behind !== undefined && behind.elapsed_s - last.elapsed_s >= LEVEL_S) {
    const gap = numberText(behind.elapsed_s - last.elapsed_s, 2);
    said.push(sentence(`gap ${last.distance_m}`, "race", say("announcer-gap", { name: second.name, gap }), second.bib, true));
  }
  for (const gap of first.gaps.filter((one) => one.distance_m === last.distance_m)) {
    const light = understood(race.lights.find(({ name }) => name === gap.light)?.label ?? gap.light);
    const id = Math.abs(gap.gap_s) < LEVEL_S ? "announcer-level" : gap.gap_s > 0 ? "announcer-ahead-of" : "announcer-behind";
    const text = say(id, { name: shortName(first.name), gap: numberText(Math.abs(gap.gap_s), 2), light });
    said.push(sentence(`light ${gap.light}`, "race", text, first.bib, true));
  }
  const mark = first.outlook?.current;
  if (mark != null && (seconds ?? 0) <= mark.value / SECOND_MS) said.push(sentence("pace", "race", say("announcer-pace", { name: shortName(first.name), mark: mark.text }), first.bib, false));
  return said;
}

/** Who is in, the first three by name. */
function results(race: Snapshot): readonly Sentence[] {
  const places = race.runners.filter(({ result }) => result?.place != null).toSorted((a, b) => (a.result?.place ?? 0) - (b.result?.place ?? 0));
  return places.slice(0, FRONT).map((runner) => {
    const told = { place: runner.result?.place ?? 0, name: runner.name, mark: runner.result?.mark?.text ?? "", nation: runner.nation };
    const isOfficial = race.state === "official";
    const one = sentence(`result ${runner.bib}`, "result", say("announcer-place", told), runner.bib, true);
    return isOfficial ? one : { ...one, caution: say("announcer-not-official") };
  });
}

const sentence = (id: string, kind: Sentence["kind"], text: string, bib: string, sure: boolean): Sentence => ({ id, kind, text, caution: "", bib, sure });

/** Who is in by place, then who is furthest, then who was there first; without those who are out of it. */
export function inOrder(race: Snapshot): readonly Runner[] {
  const ranked = race.runners.filter(({ status }) => status === null).map((runner) => {
    const last = lastTwo(runner)[0];
    return { runner, rank: [runner.result?.place ?? Infinity, -(last?.distance_m ?? 0), last?.elapsed_s ?? Infinity] };
  });
  return ranked.toSorted((a, b) => compared(a.rank, b.rank)).map(({ runner }) => runner);
}

/** A record at stake, as it is read out. */
export interface StakeText {
  readonly id: string;
  readonly record: string;
  readonly mark: string;
  readonly holders: string;
  readonly day: string;
  /** Family names of those who could break it; empty where all could. */
  readonly whose: string;
}

/**
 * What is at stake, the finish first, widest first; of records on the way the world's alone.
 * What is a nation's is said of its runners (`nationalOf`), unless all are of one.
 * @param all at stake; those of the race on the track, if it is left out
 * @param names of those who run, by bib
 * @param code of the event; that of the race on the track
 */
export function stakeTexts(race: Snapshot, all: readonly Stake[] = race.stakes ?? [], names = namesOf(race.runners), code = race.race.event.code): readonly StakeText[] {
  const told = all.filter((one) => (one.en_route ? one.level === "WR" : one.level !== "NR" || one.bibs.length === names.size));
  const ordered = told.toSorted((a, b) => Number(a.en_route) - Number(b.en_route) || rank(a) - rank(b));
  return ordered.map((one) => ({
    id: `${one.level} ${one.scope} ${one.code}`,
    record: named(one, { ...race.race, event: { ...race.race.event, code } }),
    mark: one.mark.text,
    holders: listed(one.holders),
    day: dayText(one.since),
    whose: one.bibs.length === names.size ? "" : listed(one.bibs.map((bib) => shortName(names.get(bib) ?? bib))),
  }));
}

/** By bib, the national record that a runner could break at the finish. */
export function nationalOf(all: readonly Stake[]): ReadonlyMap<string, string> {
  const national = all.filter(({ level, en_route: onTheWay }) => level === "NR" && !onTheWay);
  return new Map(national.flatMap(({ bibs, mark }) => bibs.map((bib) => [bib, mark.text] as const)));
}

/** By bib, who runs. */
export const namesOf = (all: readonly { readonly bib: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(all.map(({ bib, name }) => [bib, name]));
