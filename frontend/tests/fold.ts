/** Folds a script, from standard input to standard output: asked by the tests of the server's own fold. */
import { readFileSync } from "node:fs";
import { fold } from "../src/live/fold.ts";
import type { Delta, Snapshot } from "../src/live/protocol.ts";

const { snapshot, deltas } = JSON.parse(readFileSync(0, "utf8")) as { snapshot: Snapshot; deltas: Delta[] };
process.stdout.write(JSON.stringify(deltas.reduce(fold, snapshot)));
