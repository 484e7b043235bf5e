/** Numbers, days and the names of things, as the language in use writes them. */
import type { Light, Mark, Other, RecordFound, Snapshot } from "../live/protocol.ts";
import { language, locale, say, sayOr } from "./index.ts";

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making a formatter costs more than using it: one of a kind is kept. */
function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
  const known = (made.get(key) as Format | undefined) ?? make();
  made.set(key, known);
  return known;
}

/** 1.60, or 1,60: a number that has a unit, never grouped. A mark has none, and is not written by this. */
export function numberText(value: number, digits: number, least = digits): string {
  const options = { minimumFractionDigits: least, maximumFractionDigits: digits, useGrouping: false };
  return kept(`${locale()} ${digits} ${least}`, () => new Intl.NumberFormat(locale(), options)).format(value);
}

/** 13 Feb 2025 */
export function dayText(iso: string): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  const day = kept(`${locale()} day`, () => new Intl.DateTimeFormat(locale(), options));
  return day.format(new Date(`${iso}T00:00:00Z`));
}

export function daysBetween(since: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / 86_400_000);
}

/** +1.60, −0.06; a true minus sign, and no sign on zero. */
export function signed(value: number, digits: number): string {
  const nothing = Number(Math.abs(value).toFixed(digits)) === 0;
  return `${nothing ? "" : value < 0 ? "−" : "+"}${numberText(Math.abs(value), digits)}`;
}

/** Whether a mark is a time by hand: rounded up to a tenth, where the split that it comes from has more. */
export const isByHand = ({ unit, precision }: Mark): boolean => unit === "ms" && precision === 1;

/** A running clock, cut and not rounded, as stadium clocks show it: 3:28.4 */
export function clockText(seconds: number): string {
  const tenths = Math.floor(Math.max(0, seconds) * 10 + 1e-6);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, "0")}.${rest % 10}`;
}

/** 1500 m; the end of the race by its name. */
export function pointText(metres: number, race: number): string {
  return Math.abs(metres - race) < 0.01 ? say("point-finish") : metresText(metres);
}

/** 1609.34 m */
export const metresText = (metres: number): string => say("event-metres", { length: numberText(metres, 2, 0) });

/** 1.49 from 1490, 0.005 from 5: hundredths, and thousandths only where they say something. */
export function byText(thousandths: number): string {
  return numberText(thousandths / 1000, thousandths % 10 === 0 ? 2 : 3);
}

const KINDS = ["short track", "road", "race walk", "relay", "steeplechase", "hurdles"];

/** An event, from its English name: "3000 m hinder" of "3000 m steeplechase"; what has no other name keeps its own. */
export function eventName(name: string): string {
  if (language() === "en") return name;
  const kind = KINDS.find((one) => name.endsWith(` ${one}`));
  if (kind !== undefined) {
    const event = eventName(name.slice(0, -kind.length - 1));
    return say(`kind-${kind.replace(" ", "-")}`, { event });
  }
  const [, length = "", unit = ""] = /^([\d,]+) (m|km|miles|yards|hours)$/.exec(name) ?? [];
  const told = { length: length.replace(",", "\u00a0") };
  return unit === "" ? sayOr(`event-${name.toLowerCase().replaceAll(" ", "-")}`, name) : say(`event-${UNITS[unit]}`, told);
}

const UNITS: Readonly<Record<string, string>> = { m: "metres", km: "kilometres", miles: "miles", yards: "yards", hours: "hours" };

const regions = new Map<string, string>();

/** The codes of territories by their English names, as the browser has them. */
function regionOf(name: string): string | undefined {
  if (regions.size === 0) {
    const english = new Intl.DisplayNames(["en"], { type: "region" });
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    for (const code of letters.flatMap((a) => letters.map((b) => a + b))) regions.set(english.of(code) ?? code, code);
  }
  return regions.get(name);
}

/** A nation, from its English name. */
export function nationName(name: string): string {
  const code = regionOf(name);
  return (code && new Intl.DisplayNames([locale()], { type: "region" }).of(code)) ?? name;
}

/** "at 800 m", "at the finish". */
export function atText(metres: number, race: number): string {
  const isFinish = Math.abs(metres - race) < 0.01;
  return isFinish ? say("point-at-finish") : say("point-at", { point: metresText(metres) });
}

/** "1500 m short track" from `1500sh`; the race's own event by the name that it came with, others by their code. */
export function eventText(code: string, race: Snapshot["race"]): string {
  if (code === race.event.code) return eventName(race.event.name);
  const [, metres, kilometres, mile, miles, indoor] = /^(?:(\d+)|(\d+)K|(MILE)|(\d)MLS)(sh)?$/.exec(code) ?? [];
  const name = metres
    ? say("event-metres", { length: metres })
    : kilometres
      ? say("event-kilometres", { length: kilometres })
      : mile
        ? say("event-mile")
        : miles
          ? say("event-miles", { length: miles })
          : code.replace(/sh$/, "");
  return indoor ? say("kind-short-track", { event: name }) : name;
}

export function levelText(record: Pick<RecordFound, "level" | "label" | "scope">): string {
  const level = sayOr(`level-${record.label}`, sayOr(`level-${record.level}`, record.label));
  const scoped = (): string => say("level-scoped", { level, scope: record.scope });
  if (record.level === "AR") return sayOr(`area-${record.scope}`, scoped());
  return record.level === "NR" ? scoped() : level;
}

/** What the legend of a light does not say already. */
export function lightDetails(light: Light): string {
  const told = (part: string): boolean => light.label.includes(part) || light.label.includes(shortName(part));
  return [light.mark.text, light.athlete].filter((part) => part !== null && !told(part)).join(", ");
}

/** The family name by which a runner is called on the track. */
export const shortName = (name: string): string => name.split(" ").slice(1).join(" ") || name;

/** "standby office, clock +0.3 ms ± 0.1", as long as it is heard. */
export function otherText({ kind, name, offset_ms, error_ms, age_s }: Other): string {
  const other = say(`other-${kind}`, { name });
  if (age_s > 3) return say("other-silent", { other, seconds: Math.round(age_s) });
  if (offset_ms === null || error_ms === null) return other;
  return say("other-clock", { other, offset: signed(offset_ms, 1), error: numberText(error_ms, 1) });
}
