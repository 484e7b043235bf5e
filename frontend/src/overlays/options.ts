/** What an address asks for: which overlay, where, how large, of whom. What makes no sense is left out: on air nothing is refused. */

export const KINDS = ["clock", "laps", "gap", "lower-third", "result", "record"] as const;
export type Kind = (typeof KINDS)[number];

export const PLACES = ["top-left", "top", "top-right", "left", "middle", "right", "bottom-left", "bottom", "bottom-right"] as const;
export type Place = (typeof PLACES)[number];

export interface Options {
  /** Null where the address names none: then nothing is shown. */
  readonly kind: Kind | null;
  readonly place: Place;
  /** How large, 1 as designed for a picture 16 to 9. */
  readonly scale: number;
  /** A colour that fills what is empty, for a mixer without transparency; null for none. */
  readonly key: string | null;
  readonly theme: "dark" | "light";
  /** Of which race of the session, by its id; null for the one on the track. */
  readonly race: string | null;
  /** Of whom; null for whoever leads. */
  readonly bib: string | null;
  /** The line that a gap is to, as the live page names it; null for the first. */
  readonly to: string | null;
  /** Seconds behind what is known, as the picture is behind the track. */
  readonly delay: number;
  /** What is shown stays when nothing is heard any more; else it goes. */
  readonly freezes: boolean;
  /** The clock stops with whoever is first, or last. */
  readonly stop: "first" | "last";
  /** How many of a result. */
  readonly rows: number;
  /** For so many seconds a record is shown after it was found; 0 for as long as it stands. */
  readonly seconds: number;
}

const USUAL: Readonly<Record<Kind, Place>> = {
  clock: "bottom-right",
  laps: "top-right",
  gap: "bottom-right",
  "lower-third": "bottom-left",
  result: "left",
  record: "bottom",
};
const MOST_DELAY_S = 300;
const MOST_ROWS = 24;

export function optionsOf(path: string, search: string): Options {
  const asked = new URLSearchParams(search);
  const kind = KINDS.find((one) => path.replace(/\/$/, "").endsWith(`/${one}`)) ?? null;
  return {
    kind,
    place: PLACES.find((one) => one === asked.get("place")) ?? (kind === null ? "middle" : USUAL[kind]),
    scale: within(asked.get("scale"), 0.25, 4, 1),
    key: colour(asked.get("key")),
    theme: asked.get("theme") === "light" ? "light" : "dark",
    race: asked.get("race") || null,
    bib: asked.get("bib"),
    to: asked.get("to"),
    delay: number(asked.get("delay"), 0, MOST_DELAY_S, 0),
    freezes: asked.has("freeze") && asked.get("freeze") !== "0",
    stop: asked.get("stop") === "last" ? "last" : "first",
    rows: Math.round(number(asked.get("rows"), 1, MOST_ROWS, 8)),
    seconds: number(asked.get("seconds"), 0, 3600, 0),
  };
}

function number(text: string | null, least: number, most: number, usual: number): number {
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;
}

/** A size that no picture has room for makes no sense; of seconds or rows the most there are do. */
function within(text: string | null, least: number, most: number, usual: number): number {
  const value = number(text, -Infinity, Infinity, usual);
  return value >= least && value <= most ? value : usual;
}

function colour(text: string | null): string | null {
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(text ?? "") ?? [];
  return digits === undefined ? null : `#${digits.toLowerCase()}`;
}
