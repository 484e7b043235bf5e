import { PARTED_MS, type Measured } from "../live/clock.ts";

/** An instant as this phone saw it, unix milliseconds by two clocks. */
export interface Moment {
  /** By the one that never jumps, which on some phones stands while they sleep. */
  readonly page: number;
  /** By the one on its wall, which somebody may set. */
  readonly wall: number;
}

/** Quartz of a phone, parts in a thousand: what a measurement loses as it grows old. */
const DRIFT = 0.00005;
/** An event that is older than this was stamped by another clock than ours. */
const OLDEST_MS = 10_000;

/**
 * When an event happened, not when it is looked at: the browser stamps it as it comes in.
 * @param stamp of the event, on the clock that never jumps; some browsers stamp by another one
 */
export function momentOf(stamp: number, now: number, origin: number, wall: number): Moment {
  const late = now - stamp;
  const ago = late >= 0 && late < OLDEST_MS ? late : 0;
  return { page: origin + now - ago, wall: wall - ago };
}

/** Whether what was measured still holds at this moment: the phone has not slept since, nor was its clock set. */
export const holds = (measured: Measured, moment: Moment): boolean =>
  Math.abs(moment.wall - moment.page - measured.wall) <= PARTED_MS;

/** By how much an instant may be wrong that is taken now, milliseconds. */
export const errorAt = (measured: Measured, moment: Moment): number =>
  measured.error + DRIFT * Math.max(0, moment.page - measured.at);

/** Unix nanoseconds of the engine, to the microsecond; null while the clock has to be measured anew. */
export const unixNs = (measured: Measured | null, moment: Moment): number | null =>
  measured !== null && holds(measured, moment) ? nanoseconds(moment.page + measured.offset) : null;

/** An instant and by how much it may be wrong, as requests name them; nothing while the clock has to be measured anew. */
export function stamped(measured: Measured | null, moment: Moment): { readonly at_unix_ns?: number; readonly error_ns?: number } {
  const at_unix_ns = unixNs(measured, moment);
  if (measured === null || at_unix_ns === null) return {};
  return { at_unix_ns, error_ns: nanoseconds(errorAt(measured, moment)) };
}

/** The same for a moment that has waited for a measurement: by the wall clock where the other one stood meanwhile. */
export const unixNsLate = (measured: Measured, moment: Moment): number =>
  unixNs(measured, moment) ?? nanoseconds(moment.wall - measured.wall + measured.offset);

const nanoseconds = (milliseconds: number): number => Math.round(milliseconds * 1000) * 1000;

/** Race seconds of an instant. */
export const raceSeconds = (atUnixNs: number, gunUnixNs: number, rate: number): number =>
  ((atUnixNs / 1e6 - gunUnixNs / 1e6) * rate) / 1000;

/** 1:02.35, rounded up as marks are. */
export function timeText(seconds: number): string {
  const hundredths = Math.ceil(Math.max(0, seconds) * 100 - 1e-6);
  const [minutes, rest] = [Math.floor(hundredths / 6000), hundredths % 6000];
  const tail = `${Math.floor(rest / 100)}.${String(rest % 100).padStart(2, "0")}`;
  return minutes === 0 ? tail : `${minutes}:${tail.padStart(5, "0")}`;
}
