import type { Change } from "../live/protocol.ts";

const DESPITE = " despite: ";

/** What the last check of a race found: when, by whom, and what was not right, a line each; null before one. */
export interface Checked {
  readonly by: string;
  readonly line: number;
  readonly faults: readonly string[];
}

/** The last check, as long as nothing has loaded the race anew since. */
export function lastCheck(changes: readonly Change[]): Checked | null {
  const last = changes.findLast(({ act, undone }) => !undone && (act === "check" || act === "load" || act === "reset"));
  if (last === undefined || last.act !== "check") return null;
  const [, faults = ""] = last.text.split(DESPITE);
  return { by: last.by, line: last.line, faults: faults === "" ? [] : faults.split("; ") };
}
