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
  role: "role",
  sex: "class",
  source: "source",
  state: "state",
  status: "short",
};
/** Parts that are numbers with a unit: they have the decimal sign of the language. */
const NUMBERS: ReadonlySet<string> = new Set(["distance", "metres", "seconds"]);

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
  if (kind === "reason") return understood(part);
  if (kind === "event") return eventName(part);
  if (kind === "nation") return nationName(part);
  if (kind === "day" && /^\d{4}-\d\d-\d\d$/.test(part)) return dayText(part);
  if (NUMBERS.has(kind)) return part.replaceAll(".", numberText(0, 1).slice(1, -1));
  const word = WORDS[kind] ?? WORDS[kind.replace(/s$/, "")];
  if (word === undefined) return part;
  const said = part.split(", ").map((one) => sayOr(`${word}-${one}`, one));
  return said.map((one) => one.slice(0, 1).toLowerCase() + one.slice(1)).join(", ");
}
