import { madeAt, type Entries, type Entry } from "./entry.ts";

/** What of a browser's storage is needed. */
export type Store = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** What is settled is kept for so long, to be seen and taken back: a day of competition. */
const KEPT_MS = 18 * 3600_000;

/** A browser's memory of what was asked: what is not settled is never dropped. */
export class Keep<What> {
  readonly #store: Store | null;
  /** Before an entry's id, an entry a key: of two pages of one browser, none writes over what the other kept. */
  readonly #prefix: string;
  /** For so many milliseconds what waits is kept. */
  readonly #lasts: (what: What) => number;
  /** False once the browser would not keep something. */
  works: boolean;

  constructor(store: Store | null, prefix: string, lasts: (what: What) => number = () => Infinity) {
    this.#store = store;
    this.#prefix = prefix;
    this.#lasts = lasts;
    this.works = store !== null;
  }

  /** All that is kept, in the order in which it was made. */
  load(wall: number): Entries<What> {
    const found = this.#names().map((name) => [name, read<What>(this.#store?.getItem(name) ?? null)] as const);
    for (const [name, entry] of found) {
      const isOld = entry !== null && entry.state !== "waiting" && madeAt(entry) < wall - KEPT_MS;
      if (isOld || this.#isOver(entry, wall)) this.#store?.removeItem(name);
    }
    const entries = found.map(([, entry]) => entry).filter((entry) => entry !== null);
    return entries.filter((entry) => !this.#isOver(entry, wall)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Keep what is new or another. */
  save(before: Entries<What>, after: Entries<What>): void {
    for (const entry of after) if (!before.includes(entry)) this.#put(entry);
  }

  /** What waits and is not wanted any more. */
  #isOver(entry: Entry<What> | null, wall: number): boolean {
    return entry !== null && entry.state === "waiting" && madeAt(entry) < wall - this.#lasts(entry.what);
  }

  isOurs(name: string | null): boolean {
    return name === null || name.startsWith(this.#prefix);
  }

  #put(entry: Entry<What>): void {
    try {
      this.#store?.setItem(this.#prefix + entry.id, JSON.stringify(entry));
    } catch {
      this.works = false; // full, or not allowed to: the page says so, and goes on with what it remembers
    }
  }

  #names(): string[] {
    const store = this.#store;
    if (store === null) return [];
    const names = Array.from({ length: store.length }, (_, n) => store.key(n));
    return names.filter((name) => name !== null).filter((name) => name.startsWith(this.#prefix));
  }
}

function read<What>(text: string | null): Entry<What> | null {
  try {
    const entry = JSON.parse(text ?? "null") as (Entry<What> & { readonly what: { readonly kind?: unknown } }) | null;
    return typeof entry?.id === "string" && typeof entry.key === "string" && typeof entry.what?.kind === "string" ? entry : null;
  } catch {
    return null;
  }
}

/** The browser's storage; null where it gives none. */
export function ownStore(): Store | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
