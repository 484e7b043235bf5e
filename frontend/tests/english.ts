/** Lets a test hear the words in a language, as a page does. */
import { readFileSync } from "node:fs";
import { speak } from "../src/words/index.ts";

export const WORDS = new URL("../../src/pacelight/web/words/", import.meta.url);

export function speaking(code: string): void {
  speak(code, readFileSync(new URL(`${code}.ftl`, WORDS), "utf8"));
}

speaking("en");
