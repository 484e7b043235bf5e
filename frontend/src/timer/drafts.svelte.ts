import { SvelteSet } from "svelte/reactivity";
import { keep, recalled } from "../shell/tab.ts";
import type { Typed } from "./forms.ts";

/** Under which name a tab keeps them. */
const KEPT = "timer drafts";

/** What was typed into forms, by race, form and crossing: it stays until it was done, through a reload too. */
export class Drafts {
  #all: Readonly<Record<string, Typed>> = $state.raw(before());
  /** Those whose request waits for its answer. */
  readonly asking: SvelteSet<string> = new SvelteSet();

  of(draft: string): Typed {
    return this.#all[draft] ?? {};
  }

  write(draft: string, typed: Typed): void {
    this.#keep({ ...this.#all, [draft]: typed });
  }

  /** It was done. */
  drop(draft: string): void {
    const { [draft]: _, ...others } = this.#all;
    this.#keep(others);
  }

  #keep(all: Readonly<Record<string, Typed>>): void {
    this.#all = all;
    keep(KEPT, JSON.stringify(all));
  }
}

function before(): Readonly<Record<string, Typed>> {
  try {
    return (JSON.parse(recalled(KEPT) ?? "null") as Readonly<Record<string, Typed>> | null) ?? {};
  } catch {
    return {};
  }
}
