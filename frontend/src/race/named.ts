/** What a line is called. */
import { eventText } from "../words/format.ts";
import { say, sayOr } from "../words/index.ts";
import { understood } from "../words/understood.ts";
import type { Snapshot } from "../live/protocol.ts";
import type { Line } from "./lines.ts";

/** As it stands beside the track, where there is little room: `NR NOR 3:56.99`. */
export function shortLine(line: Line): string {
  if (line.light !== null) return line.light.mark.text;
  if (line.mark === null) return say("chase-leader-short");
  const whose = line.level === "NR" || line.level === "AR" ? ` ${line.scope}` : "";
  return `${line.level}${whose} ${line.mark.text}`;
}

/** Where there is hardly any: `NR`. */
export const tersely = (line: Line): string => (line.level === "" ? "1" : line.level);

/** In full: what it is and, of a record on the way, of which event. */
export function longLine(line: Line, race: Snapshot["race"]): string {
  if (line.light !== null) return understood(line.light.label);
  if (line.mark === null) return say("chase-leader");
  const level = sayOr(`level-${line.level}`, line.level);
  const own = line.level === "AR" ? sayOr(`area-${line.scope}`, say("level-scoped", { level, scope: line.scope })) : level;
  const named = line.level === "NR" ? say("level-scoped", { level, scope: line.scope }) : own;
  const event = line.code === race.event.code ? "" : `, ${eventText(line.code, race)}`;
  return `${named} ${line.mark.text}${event}`;
}

/** On the track, which is dark in every theme. */
export const ON_TRACK: Readonly<Record<string, string>> = { gold: "#ffd75e", violet: "#cbb0ff", blue: "#9cc2ff", soft: "#d5dbe6" };

/** Name of the colour of a record by its level: a token of the one sheet. */
export function toneOf(line: Line): string {
  const { level } = line;
  if (level === "WR" || level === "WB") return "gold";
  if (level === "AR") return "violet";
  return level === "NR" ? "blue" : "soft";
}
