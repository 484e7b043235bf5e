import type { Snapshot } from "../live/protocol.ts";
import type { Options } from "./options.ts";

/** What every overlay is given: the race, and the instant that is shown. */
export interface PartProps {
  race: Snapshot;
  options: Options;
  /** Milliseconds of the server's clock. */
  unix: () => number;
  /** Race seconds; null before the gun. */
  seconds: () => number | null;
}
