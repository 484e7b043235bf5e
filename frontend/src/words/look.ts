import type { Look, RecordFound, Snapshot } from "../live/protocol.ts";
import { levelText, shortName } from "./format.ts";
import { say, sayOr } from "./index.ts";

const LEVELS = ["WR", "AR", "NR", "CR", "LR", "MR", "FR"];

/** The look that is shown at an instant; null where it is over, or where lights alone are shown. */
export function lookNow(look: Look | null, unix: number): Look | null {
  if (look === null || look.colour === "") return null;
  const since = (unix - look.begin_unix_ns / 1e6) / 1000;
  return since < 0 || (look.seconds > 0 && since >= look.seconds) ? null : look;
}

/** What a look means, in words; empty where it needs none. */
export function lookText(race: Snapshot, look: Look | null): string {
  if (look === null) return "";
  return look.name === "record" ? recordText(race) : sayOr(`look-${look.name}`, "");
}

/** The highest record that was found, of two that of the race itself: it is provisional until people have decided. */
function recordText(race: Snapshot): string {
  const standing = race.records.filter(({ level, status }) => LEVELS.includes(level) && status !== "rejected" && status !== "annulled");
  const rank = ({ level, en_route }: RecordFound): number => LEVELS.indexOf(level) * 2 + Number(en_route);
  const [first] = standing.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) return say("record-provisional");
  return say("chase-record-caption", { level: levelText(first), mark: first.mark.text, name: shortName(first.athlete) });
}

/** Whole seconds to the gun while they are counted down, as a clock shows them: −0:07. */
export function countdownText(look: Look, unix: number): string {
  const left = Math.ceil(look.seconds - (unix - look.begin_unix_ns / 1e6) / 1000);
  return `−0:${String(Math.max(0, left)).padStart(2, "0")}`;
}
