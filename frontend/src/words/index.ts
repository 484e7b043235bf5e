/** What the page says, in the language in use. The words are in `src/pacelight/web/words/*.ftl`. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { SvelteMap } from "svelte/reactivity";

/** What a message is told of: numbers as numbers, marks as they are officially written. */
export type Told = Readonly<Record<string, string | number>>;

interface Spoken {
  readonly code: string;
  readonly locale: string;
  readonly bundle: FluentBundle;
  readonly forms: readonly Form[];
}

/** How an English sentence of the engine is known, and which message says it. */
export interface Form {
  readonly id: string;
  readonly form: RegExp;
  /** It has a word of its own; else it only puts sentences together. */
  readonly says: boolean;
}

/** Whoever says something says it anew when another language is spoken. */
const spoken = new SvelteMap<"now", Spoken>();

/** Speak a language from now on. */
export function speak(code: string, text: string): void {
  const locale = /^language-locale = (\S+)$/m.exec(text)?.[1] ?? code;
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new FluentResource(text));
  spoken.set("now", { code, locale, bundle, forms: formsOf(text) });
}

/** Of each message for a sentence of the engine its English form, those that say most themselves first. */
function formsOf(text: string): readonly Form[] {
  const found = [...text.matchAll(/^(reason-[\w-]+) = .*\n {4}\.en = (.+)$/gm)];
  const plain = (form: string): string => form.replace(/\{ \$\w+ \}/g, "");
  const sorted = found.sort(([, , a = ""], [, , b = ""]) => plain(b).length - plain(a).length);
  return sorted.map(([, id = "", form = ""]) => {
    const parts = form.split(/\{ \$(\w+) \}/);
    const pattern = parts.map((part, n) => (n % 2 === 1 ? `(?<${part}>${partForm(part)})` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
    return { id, form: new RegExp(`^${pattern.join("")}$`), says: /[a-z]/i.test(plain(form)) };
  });
}

const FIGURES: ReadonlySet<string> = new Set(["first", "last", "number", "offset", "size"]);
/** Parts that are one of few words, or that end before another sentence. */
const CODES: Readonly<Record<string, string>> = {
  by: "(?:(?![:;] ).)+?",
  standing: "waiting|connected|silent|lost|refused|up|refusing|away",
  verdict: "[A-Z]+",
};

/** What a part of a sentence can be: a mark, a sentence itself, or anything that no colon ends. */
function partForm(name: string): string {
  if (/^(mark|time)\d*$/.test(name)) return "-?[\\d:.,+]+";
  const kind = name.replace(/\d+$/, "");
  if (FIGURES.has(kind)) return "[+-]?\\d[\\d,.]*";
  const codes = CODES[kind];
  if (codes !== undefined) return codes;
  return /^(hint|like|reason|text|thing|what)\d*$/.test(name) ? ".+?" : "(?:(?!: ).)+?";
}

/** How sentences of the engine are known; none in English, which is what they are written in. */
export const forms = (): readonly Form[] => spoken.get("now")?.forms ?? [];

/** The code of the language that is spoken. */
export const language = (): string => spoken.get("now")?.code ?? "en";

/** By which numbers and days are written. */
export const locale = (): string => spoken.get("now")?.locale ?? "en-GB";

/** A message; its own name where there is none, so that a page never stops for want of a word. */
export const say = (id: string, told: Told = {}): string => sayOr(id, id, told);

/** A message, or something else where there is none: for codes that other people add to. */
export function sayOr(id: string, otherwise: string, told: Told = {}): string {
  const bundle = spoken.get("now")?.bundle;
  const pattern = bundle?.getMessage(id)?.value;
  return bundle && pattern ? bundle.formatPattern(pattern, told, []) : otherwise;
}
