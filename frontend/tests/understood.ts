/** Says sentences of the engine in every language: by this, pages and server are compared. */
import { readFileSync } from "node:fs";
import { speak } from "../src/words/index.ts";
import { understood } from "../src/words/understood.ts";

interface Asked {
  readonly words: Readonly<Record<string, string>>;
  readonly sentences: readonly string[];
}

const { words, sentences } = JSON.parse(readFileSync(0, "utf8")) as Asked;
const said = Object.entries(words).map(([code, text]) => {
  speak(code, text);
  return [code, sentences.map(understood)];
});
process.stdout.write(JSON.stringify(Object.fromEntries(said)));
