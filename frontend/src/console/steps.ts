import type { Act } from "../desk/acts.ts";
import type { RaceState } from "../live/protocol.ts";

/** What is done next in a state, and what else can be; what stops something is always there and stands in no list. */
export interface Steps {
  readonly next: Act | null;
  readonly others: readonly Act[];
}

/** By state (docs/explanation/engine.md). */
export const STEPS: Readonly<Record<RaceState, Steps>> = {
  idle: { next: null, others: [] },
  loaded: { next: "check", others: ["abort"] },
  checked: { next: "arm", others: ["check", "abort"] },
  armed: { next: "gun", others: ["disarm", "abort"] },
  running: { next: null, others: ["abort"] },
  held: { next: "go-on", others: ["abort"] },
  finished: { next: null, others: [] },
  official: { next: null, others: [] },
  recalled: { next: "arm", others: ["check", "abort"] },
  aborted: { next: "reset", others: [] },
};

/** What is held before it is done: nobody does it by a slip of the hand. */
export const HELD: ReadonlySet<Act> = new Set<Act>(["arm", "abort", "replan", "override"]);

/** In which states lamps may show what means nothing, once the lights are through. */
export const BETWEEN: ReadonlySet<RaceState> = new Set<RaceState>(["idle", "loaded", "checked", "finished", "official"]);

/** What they may show then (docs/reference/looks.md). */
export const SHOWS = ["clap", "chase", "presentation", "idle"] as const;

/** In which states something that stops can stop anything; a blackout in every one. */
const STOPPED: Readonly<Partial<Record<Act, ReadonlySet<RaceState>>>> = {
  hold: new Set<RaceState>(["running"]),
  recall: new Set<RaceState>(["armed", "running", "held"]),
};

/** Whether it would do something in this state. */
export function isPossible(act: Act, state: RaceState): boolean {
  if (act === "blackout" || act === "fade") return true;
  const { next, others } = STEPS[state];
  return STOPPED[act]?.has(state) ?? (act === next || others.includes(act));
}
