/**
 * Sentences that the engine and the book write, in the language in use: an English sentence is known by its form.
 * Of each, the server puts the English form into the words of the other languages (`src/pacelight/web/words/understood.py`
 * does the same there). A sentence of which no form is known is shown as it is.
 */
import { dayText, eventName, nationName, numberText } from "./format.ts";
import { forms, say, sayOr } from "./index.ts";

/** Parts that are words of the protocol, and under which names the languages have them; `acts` are several. */
const WORDS: Readonly<Record<string, string>> = {
  act: "act",
  from: "from",
  method: "method",
  role: "role",
  sex: "class",
  source: "source",
  standing: "source",
  state: "state",
  status: "short",
};
/** Parts that are understood themselves. */
const SENTENCES: ReadonlySet<string> = new Set(["hint", "like", "reason", "thing"]);
/** Whole numbers with a comma before each thousand: they have a space there, as by the SI. */
const COUNTS: ReadonlySet<string> = new Set(["first", "frames", "last", "least", "most", "number"]);
/** Parts that are numbers with a unit: they have the decimal sign of the language. */
const NUMBERS: ReadonlySet<string> = new Set(["distance", "metres", "offset", "seconds", "size"]);

export function understood(text: string): string {
  for (const { id, form, says } of forms()) {
    const found = form.exec(text);
    if (found === null) continue;
    const parts = Object.entries(found.groups ?? {});
    const told = parts.map(([name, part]) => [name, partText(kindOf(name), part)] as const);
    if (says || told.some(([, part], n) => part !== parts[n]?.[1])) return say(id, Object.fromEntries(told));
  }
  return text;
}

/** `time` of `time2`. */
const kindOf = (name: string): string => name.replace(/\d+$/, "");

function partText(kind: string, part: string): string {
  if (SENTENCES.has(kind)) return understood(part);
  if (kind === "event") return eventName(part);
  if (kind === "nation") return nationName(part);
  if (kind === "day" && /^\d{4}-\d\d-\d\d$/.test(part)) return dayText(part);
  if (COUNTS.has(kind)) return part.replaceAll(",", "\u202f");
  if (NUMBERS.has(kind)) return part.replaceAll(".", numberText(0, 1).slice(1, -1));
  const word = WORDS[kind] ?? WORDS[kind.replace(/s$/, "")];
  if (word === undefined) return part;
  return part.split(", ").map((one) => wordText(`${word}-${one}`, one)).join(", ");
}

/** A message within a sentence; a name of which there is none stays as it is. */
function wordText(id: string, otherwise: string): string {
  const said = sayOr(id, "");
  return said.slice(0, 1).toLowerCase() + said.slice(1) || otherwise;
}
