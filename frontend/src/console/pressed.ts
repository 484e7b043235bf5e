import type { Act } from "../desk/acts.ts";
import type { Output } from "../live/protocol.ts";

/** What a press led to: unix milliseconds on the engine's clock, null while it is not known. */
export interface PressedAct {
  readonly act: Act;
  readonly at: number;
  readonly answered: number | null;
  readonly shown: number | null;
}

/** What changes what the lamps show. */
const LAMPS: ReadonlySet<Act> = new Set<Act>(["arm", "disarm", "gun", "hold", "go-on", "recall", "abort", "blackout", "light", "fade", "reset", "show"]);

export const isSeen = (act: Act): boolean => LAMPS.has(act);

/** With what the engine tells of its lamps: the first frame that showed another thing after the press. */
export function withLamps(pressed: PressedAct, output: Output): PressedAct {
  const { told_unix_ns: told, shown_unix_ns: shown } = output;
  const { act, at, answered } = pressed;
  if (pressed.shown !== null || answered === null || !isSeen(act) || !told || !shown || shown < told) return pressed;
  const isOurs = told / 1e6 >= at - SAME_MS && told / 1e6 <= answered + SAME_MS; // lamps are told before it is answered
  return isOurs ? { ...pressed, shown: shown / 1e6 } : pressed;
}

/** Two clocks that were measured against each other agree to this; the look after a start is told a second later. */
const SAME_MS = 250;
