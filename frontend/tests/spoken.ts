/** Says every message of every language as it is told to on the standard input: by this, pages and server are compared. */
import { readFileSync } from "node:fs";
import { WORDS } from "./english.ts";
import { sayOr, speak, type Told } from "../src/words/index.ts";
import { dayText, numberText } from "../src/words/format.ts";

interface Asked {
  readonly messages: Readonly<Record<string, readonly (readonly [string, Told])[]>>;
  readonly numbers: readonly (readonly [number, number, number])[];
  readonly days: readonly string[];
}

const { messages, numbers, days } = JSON.parse(readFileSync(0, "utf8")) as Asked;
const said = Object.entries(messages).map(([code, all]) => {
  speak(code, readFileSync(new URL(`${code}.ftl`, WORDS), "utf8"));
  const written = numbers.map(([number, digits, least]) => numberText(number, digits, least));
  return [code, [...all.map(([id, told]) => sayOr(id, "", told)), ...written, ...days.map(dayText)]];
});
process.stdout.write(JSON.stringify(Object.fromEntries(said)));
