import type { Snapshot } from "../live/protocol.ts";
import type { Entries, Entry, What } from "./entry.ts";
import { raceSeconds, timeText } from "../race/instant.ts";
import { ofAside, standing, type Stands } from "./race.ts";

/** How far a time has come. */
export type Mark = "sending" | "network" | "clock" | "sign-in" | "taken" | "refused";

/** A time as the list shows it. */
export interface Row {
  readonly key: string;
  readonly metres: number;
  /** Empty while it is not known when the gun was. */
  readonly text: string;
  readonly seconds: number;
  readonly bib: string;
  readonly mark: Mark;
  readonly why: string;
  /** Whose it is in the race, once all is done that was asked. */
  readonly over: string;
  /** It was taken on this phone. */
  readonly own: boolean;
}

/** What is in the way of sending, if anything. */
export type Way = "free" | "network" | "sign-in";

/** All times of a race that were taken here, or that wait for a bib wherever they were taken; the newest first. */
export function rows(entries: Entries, race: Snapshot, way: Way): readonly Row[] {
  const here = entries.filter((one) => one.race === race.race.id && one.state !== "withdrawn");
  const presses = here.filter(({ what }) => what.kind === "press");
  const known = new Set(presses.map(({ key }) => key));
  const others = (race.aside ?? [])
    .filter(({ key, standing, method }) => !known.has(key) && (standing === "waiting" || (standing === "refused" && method === "hand")))
    .map((one) => row({ key: one.key, own: false, told: true, mark: "taken", ...ofAside(one) }, here, race, way));
  const own = presses.map((entry) => row(pressed(entry, race, way), here, race, way));
  return [...own, ...others].filter((one) => one !== null).sort((a, b) => b.seconds - a.seconds);
}

/** Those that wait for a bib, or whose bib the race does not take. */
export const waiting = (all: readonly Row[]): readonly Row[] => all.filter(({ bib, mark }) => bib === "" && mark !== "refused");

/** Times of other races that are still to be sent. */
export const left = (entries: Entries, race: string): number =>
  entries.filter((one) => one.race !== race && one.what.kind === "press" && one.state === "waiting").length;

interface Time extends Stands {
  readonly key: string;
  readonly own: boolean;
  /** The race was told with it: what it says of it is so. */
  readonly told: boolean;
  readonly mark: Mark;
}

function pressed(entry: Entry, race: Snapshot, way: Way): Time {
  const stands = standing(race, entry.key);
  const { key, what, state, why } = entry;
  if (stands !== null) return { key, own: true, told: true, mark: "taken", ...stands };
  if (what.kind !== "press") throw new TypeError(`${entry.id} is no time`);
  const { gun_unix_ns: gun, rate } = race.clock;
  const at = what.at_unix_ns;
  const seconds = gun === null || at === null ? Number.POSITIVE_INFINITY : raceSeconds(at, gun, rate);
  const text = Number.isFinite(seconds) ? timeText(seconds) : "";
  const mark = state === "done" ? "taken" : state === "refused" ? "refused" : at === null ? "clock" : onItsWay(way);
  return { key, own: true, told: false, mark, bib: "", metres: what.metres, seconds, text, standing: "waiting", why };
}

/** With what was asked of it since, as if it were done already: it says so until it is. Null of what was struck out. */
function row(time: Time, here: Entries, race: Snapshot, way: Way): Row | null {
  const about = here.filter(({ what }) => (what.kind === "give" || what.kind === "strike") && what.of === time.key);
  const backs = here.filter(({ what }) => what.kind === "back" && about.some(({ id }) => id === what.of));
  const asked = [...about, ...backs].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ahead = asked.filter((one) => one.state === "waiting" || (one.state === "done" && isAhead(one, time, race)));
  const newest = ahead.at(-1)?.what;
  const restored = newest?.kind === "back" && here.some(({ id, what }) => id === newest.of && what.kind === "strike");
  if ((time.standing === "struck" && !restored) || newest?.kind === "strike") return null;
  const over = newest === undefined ? time.bib : newest.kind === "give" ? newest.bib : before(here, newest);
  const bib = newest === undefined && time.standing === "refused" ? "" : over;
  const isOut = time.mark === "taken" && ahead.some(({ state }) => state === "waiting");
  const failed = asked.at(-1)?.state === "refused" ? asked.at(-1)?.why : "";
  const { key, metres, text, seconds, own } = time;
  return { key, metres, text, seconds, own, bib, over, mark: isOut ? onItsWay(way) : time.mark, why: time.why || failed || "" };
}

/** Whose a time was before it was given to somebody, or struck out, by mistake. */
function before(here: Entries, what: What): string {
  const undone = here.find(({ id }) => what.kind === "back" && id === what.of)?.what;
  return undone?.kind === "give" || undone?.kind === "strike" ? undone.over : "";
}

/** Done, and the race was not told since. */
const isAhead = ({ revision }: Entry, { told }: Time, race: Snapshot): boolean =>
  !told || (revision ?? 0) > (race.revision ?? 0);

const onItsWay = (way: Way): Mark => (way === "free" ? "sending" : way);
