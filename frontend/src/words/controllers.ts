import type { Output } from "../live/protocol.ts";
import { say } from "./index.ts";

export interface ControllersLine {
  readonly key: string;
  readonly text: string;
  readonly troubled: boolean;
}

/** What is said of the controllers: that all are up, or which are not and for how long. */
export function controllersText(output: Output, nowUnixMs: number): readonly ControllersLine[] {
  const count = output.controllers ?? 0;
  const troubled = output.troubled ?? [];
  if (count === 0) return [];
  if (troubled.length === 0) return [{ key: "", text: say("controllers-up", { count }), troubled: false }];
  return troubled.map(({ name, state, since_unix_ns }) => {
    const seconds = Math.max(Math.floor((nowUnixMs - since_unix_ns / 1e6) / 1000), 0);
    return { key: name, text: say(`controller-${state}`, { name, seconds }), troubled: true };
  });
}
