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
  if (before.race !== run) return { ...named, shown: now, corrections: [] };
  const stays = ({ kind }: Shown): boolean => kind === "result" && race.state !== "official";
  const found = [...before.shown.values()].filter((one) => !stays(one) && !isSame(one, now.get(one.id) ?? null));
  const made = found.map((shown) => ({ id: `${shown.id} ${race.seq}`, shown, now: now.get(shown.id) ?? null }));
  const kept = [...before.shown].filter(([, shown]) => stays(shown));
  if (made.length === 0 && kept.length === 0 && now.size === before.shown.size && isOfficial === before.isOfficial) return before;
  return { ...named, shown: new Map([...kept, ...now]), corrections: [...made, ...before.corrections].slice(0, KEPT) };
}

const placeOf = (one: Shown): number | null => (one.kind === "result" ? one.place : null);
const isSame = (a: Shown, b: Shown | null): boolean => b !== null && a.text === b.text && placeOf(a) === placeOf(b);

/** How a page calls a record: "the world record", or "World record". */
export type Naming = (record: { readonly level: string; readonly label: string; readonly scope: string }) => string;

/** What is said of it: a line each, the records that one mark was together. */
export function correctionTexts(all: readonly Correction[], naming: Naming): readonly string[] {
  const named = ({ id, shown, now }: Correction): string => (shown.kind === "record" ? `${shown.who} ${shown.text} ${now?.text ?? ""}` : id);
  return [...grouped(all, named).values()].map((same) => correctionText(same, naming));
}

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
