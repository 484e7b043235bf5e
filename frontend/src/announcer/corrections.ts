/** What was shown as confirmed and is another now: it is said, never changed in silence. Pure. */
import type { Snapshot } from "../live/protocol.ts";
import { pointText } from "../words/format.ts";
import { say } from "../words/index.ts";
import { grouped } from "./grouped.ts";
import { recordName } from "./sentences.ts";

/** Something that a page has shown as confirmed: in no language, so that another one changes nothing of it. */
export type Shown = {
  readonly id: string;
  readonly who: string;
  /** Time, mark or status. */
  readonly text: string;
} & (
  | { readonly kind: "time"; readonly metres: number; readonly race: number }
  | { readonly kind: "result"; readonly place: number | null }
  | { readonly kind: "record"; readonly level: string; readonly label: string; readonly scope: string }
);

export interface Correction {
  readonly id: string;
  readonly shown: Shown;
  /** What holds instead; null where nothing does. */
  readonly now: Shown | null;
}

/** What came of a race after it left the track. */
export type News =
  | { readonly id: string; readonly kind: "official" | "reopened" }
  | { readonly id: string; readonly kind: "record"; readonly shown: Shown };

export interface Memory {
  /** Of which run of which race. */
  readonly race: string;
  readonly name: string;
  readonly isOfficial: boolean;
  readonly shown: ReadonlyMap<string, Shown>;
  /** The newest first. */
  readonly corrections: readonly Correction[];
  /** Of a race that is not on the track, the newest first: of the one that is, sentences tell. */
  readonly news: readonly News[];
}

export const NOTHING: Memory = { race: "", name: "", isOfficial: false, shown: new Map(), corrections: [], news: [] };

const KEPT = 12;

/** All that a race says as confirmed: official times, places of an official result, records. */
export function confirmed(race: Snapshot): ReadonlyMap<string, Shown> {
  const all = [...times(race), ...(race.state === "official" ? places(race) : []), ...records(race)];
  return new Map(all.map((one) => [one.id, one]));
}

function times({ race, runners }: Snapshot): readonly Shown[] {
  return runners.flatMap(({ bib, name, splits }) =>
    splits
      .filter(({ official }) => official)
      .map(({ distance_m: metres, text }) => ({ id: `time ${bib} ${metres}`, who: name, text, kind: "time", metres, race: race.event.distance_m })),
  );
}

function places({ runners }: Snapshot): readonly Shown[] {
  return runners
    .filter(({ result, status }) => result !== null || status !== null)
    .map(({ bib, name, result, status }) => ({ id: `result ${bib}`, who: name, text: result?.mark?.text ?? status ?? "", kind: "result", place: result?.place ?? null }));
}

function records(race: Snapshot): readonly Shown[] {
  return race.records.map(({ bib, level, label, scope, code, athlete, mark }) => {
    return { id: `record ${bib} ${level} ${scope} ${code}`, who: athlete, text: mark.text, kind: "record", level, label, scope };
  });
}

/**
 * What is remembered after a race was told anew, and what of it is a correction.
 * A result that is opened again is not another yet: it is compared when it is official once more.
 */
export function remembered(before: Memory, race: Snapshot): Memory {
  const run = `${race.race.id} ${race.race.day} ${race.clock.gun_unix_ns === null ? "" : "run"}`;
  const now = confirmed(race);
  const isOfficial = race.state === "official";
  const named = { race: run, name: race.race.name, isOfficial };
  if (before.race !== run) return { ...named, shown: now, corrections: [], news: [] };
  const stays = ({ kind }: Shown): boolean => kind === "result" && race.state !== "official";
  const found = [...before.shown.values()].filter((one) => !stays(one) && !isSame(one, now.get(one.id) ?? null));
  const made = found.map((shown) => ({ id: `${shown.id} ${race.seq}`, shown, now: now.get(shown.id) ?? null }));
  const kept = [...before.shown].filter(([, shown]) => stays(shown));
  if (made.length === 0 && kept.length === 0 && now.size === before.shown.size && isOfficial === before.isOfficial) return before;
  return { ...named, shown: new Map([...kept, ...now]), corrections: [...made, ...before.corrections].slice(0, KEPT), news: before.news };
}

/** What is remembered after a race was told that is not on the track: with what is new, since no sentence tells it. */
export function rememberedBeside(before: Memory, race: Snapshot): Memory {
  const after = remembered(before, race);
  if (after === before || before.race !== after.race) return after;
  const fell = [...after.shown.values()].filter((one) => one.kind === "record" && !before.shown.has(one.id));
  const found: readonly News[] = fell.map((shown) => ({ id: shown.id, kind: "record", shown }));
  const decided: readonly News[] = after.isOfficial === before.isOfficial ? [] : [{ id: "result", kind: after.isOfficial ? "official" : "reopened" }];
  // Of news that are not read out yet a record may be gone again, or another; a later decision takes the place of one before.
  const kept = before.news.flatMap((one): readonly News[] => {
    if (one.kind !== "record") return decided.length > 0 ? [] : [one];
    const shown = after.shown.get(one.id);
    return shown === undefined ? [] : [{ ...one, shown }];
  });
  return { ...after, news: [...found, ...decided, ...kept].slice(0, KEPT) };
}

const placeOf = (one: Shown): number | null => (one.kind === "result" ? one.place : null);
const isSame = (a: Shown, b: Shown | null): boolean => b !== null && a.text === b.text && placeOf(a) === placeOf(b);

/** What is read out of a race that is not on the track: a line each, the records that one mark was together. */
export function newsTexts(all: readonly News[]): readonly string[] {
  const named = (one: News): string => (one.kind === "record" ? `${one.shown.who} ${one.shown.text}` : one.id);
  return [...grouped(all, named).values()].map((same) => {
    const [first] = same as [News];
    if (first.kind !== "record") return say(`announcer-news-${first.kind}`);
    const what = same.map((one) => (one.kind === "record" ? whatText(one.shown) : "")).join(", ");
    return say("announcer-news-record", { name: first.shown.who, what, mark: first.shown.text });
  });
}

/** What is read out: a line each, the records that one mark was together. */
export function correctionTexts(all: readonly Correction[]): readonly string[] {
  const named = ({ id, shown, now }: Correction): string => (shown.kind === "record" ? `${shown.who} ${shown.text} ${now?.text ?? ""}` : id);
  return [...grouped(all, named).values()].map(correctionText);
}

/** "Jakob Ingebrigtsen, finish: 3:45.16, not 3:45.14." */
function correctionText(same: readonly Correction[]): string {
  const [{ shown, now }] = same as [Correction];
  const told = { name: shown.who, what: same.map((one) => whatText(one.shown)).join(", "), before: saidText(shown), now: now === null ? "" : saidText(now) };
  if (shown.kind === "result") return say(now === null ? "announcer-correction-result-gone" : "announcer-correction-result", told);
  return say(now === null ? "announcer-correction-gone" : "announcer-correction-other", told);
}

function whatText(shown: Shown): string {
  if (shown.kind === "time") return pointText(shown.metres, shown.race);
  return shown.kind === "record" ? recordName(shown) : "";
}

function saidText(shown: Shown): string {
  const place = placeOf(shown);
  return place === null ? shown.text : say("announcer-place-short", { place, mark: shown.text });
}
