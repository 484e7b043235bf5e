/** An athlete in short, as the book has them tonight (`pacelight.card/1`), and what of it is said. */
import type { Mark, Snapshot } from "../live/protocol.ts";
import { dayText, eventText } from "../words/format.ts";
import { say, sayOr } from "../words/index.ts";
import { grouped } from "../race/grouped.ts";
import { rank, recordName } from "./sentences.ts";

export interface Performed {
  readonly event: { readonly code: string; readonly name: string };
  readonly mark: Mark;
  readonly day: string;
  readonly venue: string;
  readonly competition: string;
  readonly place: number | null;
  readonly en_route_of: string | null;
}

export interface Run extends Performed {
  readonly status: string | null;
}

export interface Held extends Run {
  readonly level: string;
  readonly label: string;
  readonly scope: string;
  readonly age_group: string;
  readonly days_stood: number;
}

export interface Honour extends Performed {
  readonly medal: string;
}

export interface Card {
  readonly schema: "pacelight.card/1";
  readonly as_of: string;
  readonly athlete: { readonly key: string; readonly name: string; readonly nation: string; readonly born: string | null };
  readonly best: Run | null;
  readonly season: Run | null;
  readonly others: readonly Run[];
  readonly progression: readonly Run[];
  readonly held: readonly Held[];
  readonly held_before: number;
  readonly last: readonly Run[];
  readonly honours: readonly Honour[];
}

/** Where a card is asked for; empty where nobody knows whose. */
export function cardAddress(key: string, event: string, day: string): string {
  return key === "" ? "" : `/api/athletes/${encodeURIComponent(key)}?${new URLSearchParams({ event, as_of: day })}`;
}

/** Where it was, and when: "Liévin, 13 Feb 2025". */
export const whereText = ({ venue, competition, day }: Performed): string => [venue || competition, dayText(day)].filter((part) => part !== "").join(", ");

/** A line of a card: the event, the mark, where and when. */
export interface Line {
  readonly id: string;
  readonly head: string;
  readonly mark: string;
  readonly more: string;
  /** What was decided, where that is not settled. */
  readonly status: string;
}

function line(one: Run | Performed, head: string, more: string = whereText(one)): Line {
  const status = "status" in one && one.status !== null && one.status !== "ratified" ? sayOr(`short-${one.status}`, one.status) : "";
  return { id: `${head} ${one.mark.text} ${one.day}`, head, mark: one.mark.text, more, status };
}

export interface Part {
  readonly id: "bests" | "held" | "last" | "progression" | "honours";
  readonly lines: readonly Line[];
}

/** What a card says, part by part; what there is nothing of is left out. */
export function partsOf(card: Card, race: Snapshot["race"]): readonly Part[] {
  const name = ({ event }: Performed): string => eventText(event.code, race);
  const bests = [
    ...(card.best === null ? [] : [line(card.best, say("announcer-best"))]),
    ...(card.season === null ? [] : [line(card.season, say("announcer-season"))]),
    ...card.others.map((one) => line(one, name(one))),
  ];
  const last = card.last.map((one) => line(one, name(one), [whereText(one), one.place === null ? "" : say("announcer-was-placed", { place: one.place })].filter((part) => part !== "").join(", ")));
  const parts: Part[] = [
    { id: "bests", lines: bests },
    { id: "held", lines: heldLines(card, race) },
    { id: "last", lines: last },
    { id: "progression", lines: card.progression.toReversed().map((one) => line(one, dayText(one.day), one.venue || one.competition)) },
    { id: "honours", lines: card.honours.map((one) => line(one, `${sayOr(`announcer-medal-${one.medal}`, one.medal)}, ${name(one)}`, [one.competition, one.day.slice(0, 4)].join(" "))) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** Records of one mark together. */
function heldLines(card: Card, race: Snapshot["race"]): readonly Line[] {
  const all = grouped(card.held.filter(({ age_group }) => age_group === "all"), ({ event, mark, day }) => `${event.code} ${mark.value} ${day}`);
  return [...all.values()].map((same) => {
    const [first] = same as [Held, ...Held[]];
    const labels = [...new Set(same.map(({ label, scope, level }) => (level === "WR" || level === "AR" ? label : `${label} ${scope}`)))].join(" ");
    return line(first, `${labels} ${eventText(first.event.code, race)}`);
  });
}

/** The best of the event in a word, for a row: "3:45.14 (2025)". */
export const bestText = (card: Card | null): string => (card?.best == null ? "" : `${card.best.mark.text} (${card.best.day.slice(0, 4)})`);
export const seasonText = (card: Card | null): string => card?.season?.mark.text ?? "";
/** The widest record held, that of tonight's event before others, for a row: "the world record, 3000 m". */
export function heldText(card: Card | null, code: string, race: Snapshot["race"]): string {
  const all = card?.held.filter(({ age_group }) => age_group === "all") ?? [];
  const widest = all.toSorted((a, b) => Number(b.event.code === code) - Number(a.event.code === code) || rank(a) - rank(b))[0];
  if (widest === undefined) return "";
  const record = recordName(widest);
  return widest.event.code === code ? record : say("announcer-record-in", { record, event: eventText(widest.event.code, race) });
}

/** As of when a card is asked: before the finish what stood before tonight, afterwards what stands. */
export function cardDay(day: string, isOver: boolean): string {
  return isOver ? day : new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
