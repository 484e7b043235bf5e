import { added, put } from "../desk/entry.ts";
import type * as desk from "../desk/reply.ts";
import type { Asked } from "../desk/server.ts";
import type { Snapshot } from "../live/protocol.ts";
import { revisionOf } from "../live/revision.ts";
import type { Entries, Entry, Give, Strike, What } from "./entry.ts";
import { isCaughtUp, standing } from "./race.ts";
import { say } from "../words/index.ts";

/** The next thing to do: send it, or say that it cannot be done any more. */
export type Due = desk.Due<What>;

/** So often a correction is asked again because the race was another meanwhile. */
export const TRIES = 8;

/** What to send next: times before all else, then corrections in their order; null where there is nothing now. */
export function due(entries: Entries, race: Snapshot | null): Due | null {
  const waiting = entries.filter(({ state }) => state === "waiting");
  for (const entry of waiting) {
    const { what } = entry;
    if (what.kind !== "press" || what.at_unix_ns === null || isBeforeGun(entry.race, race)) continue;
    const { distance, at_unix_ns, error_ns } = what;
    const instant = { at_unix_ns, ...(error_ns === undefined ? {} : { error_ns }) };
    const split = { act: "split", ...(distance === "" ? {} : { distance }), ...instant, source: "stopwatch" };
    return { kind: "send", entry: { ...entry, sent: entry.sent + 1 }, asked: { key: entry.key, race: entry.race, do: split } };
  }
  for (const entry of waiting) {
    const one = entry.what.kind === "press" ? null : correction(entries, entry, entry.what, race);
    if (one !== null) return one;
  }
  return null;
}

/** Of a time that was taken without news of the gun: it waits until there is some. */
const isBeforeGun = (id: string, race: Snapshot | null): boolean =>
  race === null || (race.race.id === id && race.clock.gun_unix_ns === null);

function correction(entries: Entries, entry: Entry, what: Exclude<What, { kind: "press" }>, race: Snapshot | null): Due | null {
  const before = entries.find(({ id, key }) => (what.kind === "back" ? id : key) === what.of);
  if (before?.state === "waiting") return null;
  if (before?.state === "refused" || before?.state === "withdrawn") return refused(entry, say("stopwatch-time-refused"));
  const seen = revisionOf(race, entry.race);
  if (seen === null || !isCaughtUp(race, entry.race, entries)) return null;
  const asked = what.kind === "back" ? back(before, entry.race, race) : change(what, race);
  if (asked === "done") return { kind: "settle", entry: { ...entry, state: "done" } };
  if (typeof asked === "string") return refused(entry, asked);
  const sent = { ...entry, sent: entry.sent + 1, seen };
  return { kind: "send", entry: sent, asked: { key: entry.key, race: entry.race, seen, do: asked } };
}

const refused = (entry: Entry, why: string): Due => ({ kind: "settle", entry: { ...entry, state: "refused", why } });

/** What is asked about a time; "done" where it stands so already, else why it is not asked: somebody else was there. */
function change(what: Give | Strike, race: Snapshot | null): Asked["do"] | string {
  const stands = standing(race, what.of);
  if (stands !== null) {
    const struck = stands.standing === "struck";
    if (what.kind === "give" ? !struck && stands.bib === what.bib : struck) return "done";
    if (struck) return say("stopwatch-struck-meanwhile");
    if (stands.bib !== what.over) return stands.bib === "" ? say("stopwatch-bib-back-meanwhile") : say("stopwatch-given-meanwhile", { bib: stands.bib });
  }
  if (what.kind === "give") return { act: "reassign", what: what.of, bib: what.bib };
  return { act: "strike", what: what.of, reason: what.reason };
}

/** Of a bib, the line of the journal is known by the revision after it. */
function back(given: Entry | undefined, id: string, race: Snapshot | null): Asked["do"] | string {
  if (given?.what.kind === "strike") {
    const stands = standing(race, given.what.of);
    return stands !== null && stands.standing !== "struck" ? "done" : { act: "restore", what: given.what.of };
  }
  const changes = race?.race.id === id ? race.changes : [];
  const found = changes?.find(({ revision, act }) => act === "reassign" && revision === given?.revision);
  if (found === undefined) return say("stopwatch-no-line");
  return found.undone ? "done" : { act: "undo", line: found.line };
}

/** What the race shows to have been taken although no answer came, or one to somebody who was signed in before. */
export function settled(entries: Entries, race: Snapshot | null): Entries {
  const open = entries.filter(({ what, state }) => what.kind === "press" && (state === "waiting" || state === "refused"));
  return open
    .filter(({ key, sent }) => sent > 0 && standing(race, key) !== null)
    .reduce<Entries>((all, entry) => put(all, { ...entry, state: "done", why: "" }), entries);
}

/** The last thing that was done here and still holds; null for nothing. */
export function last(entries: Entries, race: string): Entry | null {
  const alive = entries.filter(({ race: of, state }) => of === race && (state === "waiting" || state === "done"));
  const backs = new Set(alive.map(({ what }) => (what.kind === "back" ? what.of : "")));
  const standing = alive.filter(({ id }) => !backs.has(id));
  const struck = new Set(standing.map(({ what }) => (what.kind === "strike" ? what.of : "")));
  const holds = ({ key, what }: Entry): boolean =>
    what.kind === "press" ? !struck.has(key) : what.kind === "give" || (what.kind === "strike" && !what.undoes);
  return standing.findLast(holds) ?? null;
}

/** With the last thing taken back: at once if it never went out, else by asking for it. */
export function undone(entries: Entries, race: string, wall: number, key: () => string): Entries {
  const entry = last(entries, race);
  if (entry === null) return entries;
  if (entry.state === "waiting" && entry.sent === 0) return put(entries, { ...entry, state: "withdrawn" });
  const what: What =
    entry.what.kind === "press"
      ? { kind: "strike", of: entry.key, over: "", reason: say("stopwatch-strike-reason"), undoes: true }
      : { kind: "back", of: entry.id };
  return added(entries, wall, key(), race, what);
}
