/** What came of a race after it left the track: no sentence of the race on the track tells it. Pure. */
import type { Snapshot } from "../live/protocol.ts";
import { NOTHING, remembered, whatText, type Memory, type Shown } from "../race/corrections.ts";
import { grouped } from "../race/grouped.ts";
import { say } from "../words/index.ts";
import { recordName } from "./sentences.ts";

export type News =
  | { readonly id: string; readonly kind: "official" | "reopened" }
  | { readonly id: string; readonly kind: "record"; readonly shown: Shown };

/** What was said of a race, and what came of it since. */
export interface Said extends Memory {
  /** The newest first. */
  readonly news: readonly News[];
}

export const UNSAID: Said = { ...NOTHING, news: [] };

const KEPT = 12;

/** After the race on the track was told: what is new of that sentences say. */
export function saidOn(before: Said, race: Snapshot): Said {
  const after = remembered(before, race);
  return after === before ? before : { ...after, news: after.race === before.race ? before.news : [] };
}

/** After a race was told that is not on the track. */
export function saidBeside(before: Said, race: Snapshot): Said {
  const after = saidOn(before, race);
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

/** What is read out: a line each, the records that one mark was together. */
export function newsTexts(all: readonly News[]): readonly string[] {
  const named = (one: News): string => (one.kind === "record" ? `${one.shown.who} ${one.shown.text}` : one.id);
  return [...grouped(all, named).values()].map((same) => {
    const [first] = same as [News];
    if (first.kind !== "record") return say(`announcer-news-${first.kind}`);
    const what = same.map((one) => (one.kind === "record" ? whatText(one.shown, recordName) : "")).join(", ");
    return say("announcer-news-record", { name: first.shown.who, what, mark: first.shown.text });
  });
}
