/** Which languages there are, and how one of them comes to be spoken. */
import { language, speak } from "./index.ts";

export interface Language {
  readonly code: string;
  /** What those who speak it call it. */
  readonly name: string;
  readonly address: string;
}

const A_YEAR_S = 365 * 86_400;
const AGAIN_MS = 1000;

/** Those that the server has, as the head of the page names them. */
export function languages(): readonly Language[] {
  const links = document.head.querySelectorAll<HTMLLinkElement>("link[rel=alternate][hreflang]");
  return [...links].map((link) => ({ code: link.hreflang, name: link.title, address: link.href }));
}

/** Speak the language that the server chose; a page waits for it before it shows anything. */
export async function begin(): Promise<void> {
  const { lang } = document.documentElement;
  const chosen = languages().find(({ code }) => code === lang);
  const { code, address } = chosen ?? { code: "en", address: "/words/en.ftl" };
  let text = await words(address);
  while (text === null) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    text = await words(address);
  }
  speak(code, text);
}

/** Speak another language at once, and on every page from now on; without a connection all stays as it is. */
export async function choose(code: string): Promise<void> {
  const chosen = languages().find((one) => one.code === code);
  if (chosen === undefined || code === language()) return;
  const text = await words(chosen.address);
  if (text === null) return;
  document.cookie = `language=${code}; path=/; max-age=${A_YEAR_S}; samesite=lax`;
  document.documentElement.lang = code;
  speak(code, text);
}

async function words(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null; // the server is away: the page asks again
  }
}
