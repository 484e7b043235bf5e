import { MOST_DELAY_S } from "../race/timeline.ts";

/** What somebody chose to see: in the address, so that it can be sent, and kept in the browser. */
export interface Choice {
  /** Keys of the lines that are drawn; null where nobody chose. */
  readonly lines: readonly string[] | null;
  /** Key of the line that the gaps are to; null for the first. */
  readonly to: string | null;
  /** Bib of whoever is followed; null for the leader. */
  readonly follow: string | null;
  /** Seconds behind. */
  readonly delay: number;
}

export const NOTHING: Choice = { lines: null, to: null, follow: null, delay: 0 };

/** What the address says, and where it says nothing what was kept. Whom one follows is of one race: it is not kept. */
export function choiceOf(search: string, kept: string | null): Choice {
  const asked = new URLSearchParams(search);
  const before = remembered(kept);
  const lines = asked.get("lines");
  return {
    lines: lines === null ? before.lines : keysOf(lines),
    to: asked.get("to") ?? before.to,
    follow: asked.get("follow"),
    delay: asked.has("delay") ? delayOf(asked.get("delay")) : before.delay,
  };
}

/** The query of an address that says so; what else stands there stays. */
export function searchOf(choice: Choice, search: string): string {
  const asked = new URLSearchParams(search);
  const told: readonly (readonly [string, string | null])[] = [
    ["lines", choice.lines?.join("_") ?? null],
    ["to", choice.to],
    ["follow", choice.follow],
    ["delay", choice.delay === 0 ? null : String(choice.delay)],
  ];
  for (const [name, value] of told) {
    if (value === null) asked.delete(name);
    else asked.set(name, value);
  }
  const text = asked.toString();
  return text === "" ? "" : `?${text}`;
}

/** What is kept in the browser. */
export const keptOf = ({ lines, to, delay }: Choice): string => JSON.stringify({ lines, to, delay });

function remembered(kept: string | null): Choice {
  try {
    const found = JSON.parse(kept ?? "null") as Partial<Choice> | null;
    return {
      lines: Array.isArray(found?.lines) ? found.lines.filter((key) => typeof key === "string") : null,
      to: typeof found?.to === "string" ? found.to : null,
      follow: null,
      delay: delayOf(found?.delay),
    };
  } catch {
    return NOTHING;
  }
}

const keysOf = (text: string): readonly string[] => text.split("_").filter((key) => key !== "");

function delayOf(said: unknown): number {
  const delay = Math.round(Number(said ?? 0));
  return Number.isFinite(delay) ? Math.max(0, Math.min(MOST_DELAY_S, delay)) : 0;
}
