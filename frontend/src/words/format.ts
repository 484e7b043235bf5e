import type { Light, Other, RecordFound, Snapshot } from "../live/protocol.ts";
import { words } from "./index.ts";

const day = new Intl.DateTimeFormat(words.locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** 13 Feb 2025 */
export const dayText = (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`));

export function daysBetween(since: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / 86_400_000);
}

/** +1.60, −0.06; a true minus sign, and no sign on zero. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}

/** A running clock, cut and not rounded, as stadium clocks show it: 3:28.4 */
export function clockText(seconds: number): string {
  const tenths = Math.floor(Math.max(0, seconds) * 10 + 1e-6);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, "0")}.${rest % 10}`;
}

/** 1500 m; the end of the race by its name. */
export function pointText(metres: number, race: number): string {
  return Math.abs(metres - race) < 0.01 ? words.finish : `${Number(metres.toFixed(2))} m`;
}

/** 1.49 from 1490, 0.005 from 5: hundredths, and thousandths only where they say something. */
export function byText(thousandths: number): string {
  return (thousandths / 1000).toFixed(thousandths % 10 === 0 ? 2 : 3);
}

/** "1500 m short track" from `1500sh`; the race's own event by the name that it came with. */
export function eventText(code: string, race: Snapshot["race"]): string {
  if (code === race.event.code) return race.event.name;
  const [, metres, kilometres, mile, miles, indoor] = /^(?:(\d+)|(\d+)K|(MILE)|(\d)MLS)(sh)?$/.exec(code) ?? [];
  const name = metres
    ? `${metres} m`
    : kilometres
      ? `${kilometres} km`
      : mile
        ? "Mile"
        : miles
          ? `${miles} miles`
          : code.replace(/sh$/, "");
  return indoor ? `${name} short track` : name;
}

export function levelText(record: RecordFound): string {
  const level = words.levels[record.label] ?? words.levels[record.level] ?? record.label;
  if (record.level === "AR") return words.areas[record.scope] ?? words.scoped(level, record.scope);
  if (record.level === "NR") return words.scoped(level, record.scope);
  return level;
}

/** What the legend of a light does not say already. */
export function lightDetails(light: Light): string {
  const told = (part: string): boolean => light.label.includes(part) || light.label.includes(shortName(part));
  return [light.mark.text, light.athlete].filter((part) => part !== null && !told(part)).join(", ");
}

/** The family name by which a runner is called on the track. */
export const shortName = (name: string): string => name.split(" ").slice(1).join(" ") || name;

/** "standby office, clock +0.3 ms ± 0.1", as long as it is heard. */
export function otherText(other: Other): string {
  const { offset_ms, error_ms, age_s } = other;
  const known = offset_ms !== null && error_ms !== null;
  const clock = known ? words.otherClock(signed(offset_ms, 1), error_ms.toFixed(1)) : "";
  return words[other.kind](other.name, age_s > 3 ? words.silentFor(age_s.toFixed(0)) : clock);
}
