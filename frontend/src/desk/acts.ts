/** What can be asked of a race (docs/reference/desk.md); the server says what whoever is signed in may. */
export type Act =
  | "load" | "unload" | "reload" | "check" | "arm" | "override" | "disarm" | "gun" | "started" | "move-gun" | "hold" | "go-on"
  | "finish" | "official" | "reopen" | "recall" | "abort" | "reset" | "blackout" | "fade" | "light" | "replan" | "nudge" | "show" | "walk" | "take-lights"
  | "leave-lights" | "split" | "status" | "strike" | "restore" | "reassign" | "swap" | "correct" | "undo" | "settle";

/** What stops something: it needs no revision, waits behind nothing, and nothing stands in its way. */
export const STOPS: ReadonlySet<Act> = new Set<Act>(["blackout", "fade", "recall", "abort", "hold"]);

/** What needs no revision. */
export const UNSEEN: ReadonlySet<Act> = new Set<Act>([...STOPS, "split", "take-lights", "leave-lights", "reload", "show", "walk"]);

/** What is kept through a reload: times, verdicts and dark lamps. A gun or an arming that waits does not outlive its page. */
export const KEPT: ReadonlySet<Act> = new Set<Act>(["blackout", "fade", "split", "status", "strike", "restore", "reassign", "swap", "correct", "settle"]);
