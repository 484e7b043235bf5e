/** What was shown as confirmed and is another now: it is said, never changed in silence. Pure. */
import type { Snapshot } from "../live/protocol.ts";
import { pointText } from "../words/format.ts";
import { say } from "../words/index.ts";
import { grouped } from "./grouped.ts";

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
  /** What was shown first of all that nobody has read since. */
  readonly shown: Shown;
  /** What holds instead; null where nothing does. */
  readonly now: Shown | null;
}

export interface Memory {
  /** Of which run of which race. */
  readonly race: string;
  readonly name: string;
  readonly isOfficial: boolean;
  readonly shown: ReadonlyMap<string, Shown>;
  /** The newest first. */
  readonly corrections: readonly Correction[];
}

export const NOTHING: Memory = { race: "", name: "", isOfficial: false, shown: new Map(), corrections: [] };

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
  if (before.race !== run) return { ...named, shown: now, corrections: [] };
  const waits = ({ kind }: Shown): boolean => kind === "result" && race.state !== "official";
  const kept = [...before.shown].filter(([, shown]) => waits(shown));
  const corrections = corrected(before, now, waits);
  const isAsBefore = corrections === before.corrections && kept.length === 0 && now.size === before.shown.size && isOfficial === before.isOfficial;
  return isAsBefore ? before : { ...named, shown: new Map([...kept, ...now]), corrections };
}

/** What stands again is no correction any more, and what is another once more is still one. */
function corrected(before: Memory, now: ReadonlyMap<string, Shown>, waits: (one: Shown) => boolean): readonly Correction[] {
  const known = new Map(before.corrections.map((one) => [one.id, one]));
  const first = new Map([...before.shown, ...before.corrections.map(({ id, shown }) => [id, shown] as const)]);
  const open = [...first].flatMap(([id, shown]): readonly Correction[] => {
    const [one, stands] = [known.get(id), now.get(id) ?? null];
    if (waits(shown)) return one === undefined ? [] : [one];
    if (isSame(shown, stands)) return [];
    return [one !== undefined && isSame(one.now, stands) ? one : { id, shown, now: stands }];
  });
  const made = open.filter((one) => !before.corrections.includes(one));
  const stay = before.corrections.filter((one) => open.includes(one));
  return made.length === 0 && stay.length === before.corrections.length ? before.corrections : [...made, ...stay];
}

const placeOf = (one: Shown): number | null => (one.kind === "result" ? one.place : null);
const isSame = (a: Shown | null, b: Shown | null): boolean => (a === null || b === null ? a === b : a.text === b.text && placeOf(a) === placeOf(b));

/** As a tab keeps it through a reload. */
export const packed = (memory: Memory): string => JSON.stringify({ ...memory, shown: [...memory.shown] });

/** What a tab kept; nothing of what is none. */
export function unpacked<Kept extends Memory>(text: string | null, nothing: Kept): Kept {
  try {
    const found = JSON.parse(text ?? "null") as (Kept & { readonly shown: Iterable<readonly [string, Shown]> }) | null;
    return found === null ? nothing : { ...nothing, ...found, shown: new Map(found.shown) };
  } catch {
    return nothing;
  }
}

/** How a page calls a record: "the world record", or "World record". */
export type Naming = (record: { readonly level: string; readonly label: string; readonly scope: string }) => string;

/** What is said of it: a line each, the records that one mark was together. */
export function correctionTexts(all: readonly Correction[], naming: Naming): readonly string[] {
  const named = ({ id, shown, now }: Correction): string => (shown.kind === "record" ? `${shown.who} ${shown.text} ${now?.text ?? ""}` : id);
  return [...grouped(all, named).values()].map((same) => correctionText(same.toSorted((a, b) => width(a) - width(b)), naming));
}

/** So many lines are read; of the rest it is said how many they are. */
const MOST = 12;

export const few = (texts: readonly string[]): readonly string[] =>
  texts.length > MOST ? [...texts.slice(0, MOST), say("correction-more", { count: texts.length - MOST })] : texts;

/** How wide a record is: the widest is named first. */
const WIDTHS = ["WR", "WB", "AR", "CR", "NR"];
const width = ({ shown }: Correction): number => (shown.kind === "record" ? (WIDTHS.indexOf(shown.level) + WIDTHS.length + 1) % (WIDTHS.length + 1) : 0);

/** "Jakob Ingebrigtsen, finish: 3:45.16, not 3:45.14." */
function correctionText(same: readonly Correction[], naming: Naming): string {
  const [{ shown, now }] = same as [Correction];
  const told = { name: shown.who, what: same.map((one) => whatText(one.shown, naming)).join(", "), before: saidText(shown), now: now === null ? "" : saidText(now) };
  if (shown.kind === "result") return say(now === null ? "correction-result-gone" : "correction-result", told);
  return say(now === null ? "correction-gone" : "correction-other", told);
}

export function whatText(shown: Shown, naming: Naming): string {
  if (shown.kind === "time") return pointText(shown.metres, shown.race);
  return shown.kind === "record" ? naming(shown) : "";
}

function saidText(shown: Shown): string {
  const place = placeOf(shown);
  return place === null ? shown.text : say("correction-place", { place, mark: shown.text });
}
