import { SvelteMap } from "svelte/reactivity";

/** So many are asked for at once: a book may be large, and the race comes first. */
const AT_ONCE = 3;
const AGAIN_MS = 5000;

/** What the book answered, by address; null of what it knows nothing of. */
export class Answers<T> {
  readonly #known: SvelteMap<string, T | null> = new SvelteMap();
  readonly #asked: Set<string> = new Set();
  readonly #queue: string[] = [];
  #busy = 0;
  /** This server shows a book: false once it said that it does not. */
  hasBook: boolean = $state(true);

  of(address: string): T | null {
    return this.#known.get(address) ?? null;
  }

  /** Whether it was answered. */
  has(address: string): boolean {
    return this.#known.has(address);
  }

  /** Ask for what was not asked for yet. */
  want(addresses: readonly string[]): void {
    for (const address of addresses) {
      if (address === "" || this.#asked.has(address)) continue;
      this.#asked.add(address);
      this.#queue.push(address);
    }
    this.#go();
  }

  /** The book has changed: what is shown stays until the new answer is there. */
  forget(): void {
    this.#asked.clear();
  }

  #go(): void {
    while (this.#busy < AT_ONCE && this.hasBook) {
      const address = this.#queue.shift();
      if (address === undefined) return;
      this.#busy += 1;
      void this.#fetch(address).finally(() => {
        this.#busy -= 1;
        this.#go();
      });
    }
  }

  async #fetch(address: string): Promise<void> {
    try {
      const answer = await fetch(address);
      if (answer.ok) this.#known.set(address, (await answer.json()) as T);
      else if (answer.status === 404) this.#unknown(address, answer.headers.get("content-type") ?? "");
      else if (answer.status >= 500) this.#later(address);
    } catch {
      this.#later(address);
    }
  }

  /** Without a book there is no such address, and the answer is no JSON. */
  #unknown(address: string, type: string): void {
    if (type.includes("json")) this.#known.set(address, null);
    else this.hasBook = false;
  }

  #later(address: string): void {
    setTimeout(() => {
      this.#asked.delete(address);
      this.want([address]);
    }, AGAIN_MS);
  }
}
