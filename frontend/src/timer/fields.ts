/** What somebody types into a field, and what it means; or which message says why it is nothing. Pure. */

export type Field<T> = { readonly value: T; readonly why?: never } | { readonly why: string; readonly value?: never };

const TIME = /^(?:(?:(\d{1,2}):)?([0-5]?\d):)?(\d{1,3})(?:[.,](\d{1,3}))?$/;
const DISTANCE = /^(\d{1,6})(?:[.,](\d{1,3}))?\s*m?$/i;
const SHIFT = /^([+\-−]?)\s*(\d{1,4}(?:[.,]\d{1,3})?|(?:\d{1,2}:)?[0-5]?\d:[0-5]\d(?:[.,]\d{1,3})?)$/;
const HOUR_NS = 3_600_000_000_000;
const NS_PER_MS = 1_000_000;
const DECIMALS = 3;
/** Whoever writes 1609.34 m means the end of the mile. */
const NEAR_M = 0.01;

/** Whole milliseconds of `3:45.14`, `1:02:03.4`, `62.3` or `62,3`; null where it is no time. */
export function milliseconds(text: string): number | null {
  const [found, hours = "0", minutes = "", seconds = "", fraction = ""] = TIME.exec(text.trim()) ?? [];
  if (found === undefined || (minutes !== "" && Number(seconds) >= 60)) return null;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(DECIMALS, "0"));
}

/** A running time in whole nanoseconds. */
export function timeField(text: string): Field<number> {
  if (text.trim() === "") return { why: "timer-why-time-empty" };
  const ms = milliseconds(text);
  if (ms === null) return { why: "timer-why-time" };
  return ms > 0 ? { value: ms * NS_PER_MS } : { why: "timer-why-time-zero" };
}

/** A point of the race, as a request names it; empty for the finish. */
export function pointField(text: string, race: number): Field<string> {
  if (text.trim() === "") return { value: "" };
  const [found, metres = "", fraction = ""] = DISTANCE.exec(text.trim()) ?? [];
  if (found === undefined) return { why: "timer-why-point" };
  const at = Number(`${metres}.${fraction === "" ? "0" : fraction}`);
  if (!(at > 0) || at > race + NEAR_M) return { why: "timer-why-point-beyond" };
  return { value: Math.abs(at - race) < NEAR_M ? "" : `${at} m` };
}

/** A bib of the start list. */
export function bibField(text: string, bibs: readonly string[]): Field<string> {
  const typed = text.trim();
  if (typed === "") return { why: "timer-why-bib-empty" };
  const found = bibs.find((bib) => bib.toUpperCase() === typed.toUpperCase());
  return found === undefined ? { why: "timer-why-bib" } : { value: found };
}

/** Words that say why, in one line. */
export function reasonField(text: string): Field<string> {
  const said = text.trim();
  if (said === "") return { why: "timer-why-reason" };
  return said.length > 200 ? { why: "timer-why-long" } : { value: said };
}

/** A reason that may be left out. */
export const whyField = (text: string): Field<string> => (text.trim() === "" ? { value: "" } : reasonField(text));

/** The rule of a disqualification. */
export const ruleField = (text: string): Field<string> => (text.trim() === "" ? { why: "timer-why-rule" } : { value: text.trim() });

/** By how much the gun is moved: seconds with a sign, `-0.35` where it was earlier. */
export function shiftField(text: string): Field<number> {
  const [found, sign = "", amount = ""] = SHIFT.exec(text.trim()) ?? [];
  const ms = found === undefined ? null : milliseconds(amount);
  if (ms === null) return { why: "timer-why-shift" };
  if (sign === "" && ms !== 0) return { why: "timer-why-shift-sign" };
  return ms === 0 ? { why: "timer-why-shift-zero" } : { value: (sign === "+" ? ms : -ms) * NS_PER_MS };
}

/** How long ago the race began: up to an hour. */
export function agoField(text: string): Field<number> {
  const ms = text.trim() === "" ? null : milliseconds(text);
  if (ms === null) return { why: "timer-why-ago" };
  if (ms === 0) return { why: "timer-why-ago-zero" };
  return ms * NS_PER_MS > HOUR_NS ? { why: "timer-why-ago-long" } : { value: ms * NS_PER_MS };
}
