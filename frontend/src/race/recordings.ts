import type { Snapshot } from "../live/protocol.ts";
import { states, type Known, type Recording } from "./timeline.ts";

/** One race of `pacelight.recordings/1`. */
export interface Recorded {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly venue: string;
  readonly competition: string;
  readonly state: string;
}

const PATIENCE_MS = 10_000;

/** What a recording of the server knows of a race; nothing where there is none, or no connection. */
export async function recorded(race: string): Promise<readonly Known[]> {
  const found = await get<Recording>(`/api/recordings/${race}`);
  return found === null ? [] : states(found.entries);
}

/** Races that were shown, the last one first; null where nobody says. */
export async function races(): Promise<readonly Recorded[] | null> {
  return (await get<{ readonly recordings: readonly Recorded[] }>("/api/recordings"))?.recordings ?? null;
}

/**
 * Races that were shown, less those that somebody who is behind has not seen the end of: their results are known here.
 * @param shown the race that is shown, late as it is
 * @param on the race on the track; the one that left it last may have ended since, too
 */
export function sparing(found: readonly Recorded[], shown: Snapshot | null, on: Snapshot | null): readonly Recorded[] {
  const before = (on?.races ?? []).filter((one) => !one.on).toSorted((a, b) => (b.line ?? 0) - (a.line ?? 0)).slice(0, 1);
  const spared = [shown, on].flatMap((race) => (race === null ? [] : [race.race]));
  const ended = before.map(({ id }) => ({ id, day: on?.race.day ?? "" }));
  return found.filter(({ id, day }) => ![...spared, ...ended].some((one) => one.id === id && one.day === day));
}

/** The recording that an address asks for: `/race/mens-mile`; null of another address. */
export function raceAsked(path: string): string | null {
  return /^\/race\/([a-z0-9-]+(?:@[0-9TZ]+)?)$/.exec(path)?.[1] ?? null;
}

async function get<Answer>(address: string): Promise<Answer | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    return null; // no connection: the page goes on with what it has
  }
}
