import type { Store } from "../desk/keep.ts";
import type { Advance, Line } from "../race/points.ts";

/** What somebody chose on this phone. */
export interface Settings {
  readonly advance: Advance;
  readonly line: Line;
  readonly keys: boolean;
  readonly awake: boolean;
}

const NAME = "pacelight.stopwatch.settings";
export const USUAL: Settings = { advance: "stay", line: "finish", keys: true, awake: true };

/** What was chosen here before; what is not known is as usual. */
export function chosenBefore(store: Store | null): Settings {
  try {
    const found = JSON.parse(store?.getItem(NAME) ?? "{}") as Partial<Settings>;
    return {
      advance: found.advance === "each" || found.advance === "all" ? found.advance : USUAL.advance,
      line: found.line === "start" ? found.line : USUAL.line,
      keys: found.keys !== false,
      awake: found.awake !== false,
    };
  } catch {
    return USUAL;
  }
}

export function remember(store: Store | null, settings: Settings): void {
  try {
    store?.setItem(NAME, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing begins as usual next time.
  }
}
