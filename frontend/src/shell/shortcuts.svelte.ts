import { SvelteMap } from "svelte/reactivity";
import type { Store } from "../desk/keep.ts";
import { bound, isFree, isOurs, keyOf, type Focus, type Shortcut } from "./keys.ts";

const PREFIX = "pacelight.keys.";
const DOUBLE_MS = 600;

/** What the keys of a page do. A foot switch is a keyboard: any key can be chosen for anything. */
export class Shortcuts {
  readonly #store: Store | null;
  readonly #name: string;
  readonly #chosen: SvelteMap<string, string>;
  /** The list is shown. */
  shown: boolean = $state(false);
  all: readonly Shortcut[] = $state.raw([]);
  /** Id of what is held down now, on its way to be done. */
  held: string = $state("");
  /** Id of what the next key is chosen for. */
  choosing: string = $state("");
  /** Id of what has the key already that was wanted; empty for nothing. */
  taken: string = $state("");
  readonly keys: ReadonlyMap<string, string> = $derived.by(() => bound(this.all, this.#chosen));
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #last: { id: string; at: number } = { id: "", at: 0 };

  /** @param page under whose name chosen keys are kept */
  constructor(page: string, store: Store | null) {
    this.#name = PREFIX + page;
    this.#store = store;
    this.#chosen = new SvelteMap(read(store, this.#name));
  }

  /** Listen to the keys until the function that is returned is called. */
  start(all: readonly Shortcut[]): () => void {
    this.all = all;
    const down = (event: KeyboardEvent): void => this.#down(event);
    const up = (event: KeyboardEvent): void => this.#up(event);
    const away = (): void => this.#drop();
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    addEventListener("blur", away);
    return () => {
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
      removeEventListener("blur", away);
      this.#drop();
    };
  }

  /** The key of something, as it is written on a button; empty where it has none. */
  keyOf(id: string): string {
    return this.keys.get(id) ?? "";
  }

  /** Choose a key for something; false where another thing has it. */
  choose(id: string, key: string): boolean {
    const other = this.all.find((one) => one.id !== id && this.keys.get(one.id) === key);
    this.taken = other?.id ?? "";
    if (other !== undefined) return false;
    this.#chosen.set(id, key);
    this.#keep();
    return true;
  }

  /** Each has its own key again. */
  reset(): void {
    this.#chosen.clear();
    this.taken = "";
    this.#keep();
  }

  #down(event: KeyboardEvent): void {
    const key = keyOf(event.key);
    if (this.choosing !== "" && isFree(key)) {
      event.preventDefault();
      if (this.choose(this.choosing, key)) this.choosing = "";
      return;
    }
    const found = this.all.find(({ id }) => this.keys.get(id) === key);
    if (found === undefined || !isOurs(event, focus(), found.always ?? false)) return;
    event.preventDefault();
    if (event.repeat || this.held !== "") return; // done once a press: a key that is held down does not do it again
    if (found.hold === undefined) this.#run(found, event.timeStamp);
    else this.#hold(found, found.hold);
  }

  #run(found: Shortcut, at: number): void {
    const twice = found.double !== undefined && this.#last.id === found.id && at - this.#last.at < DOUBLE_MS;
    Object.assign(this.#last, { id: found.id, at });
    if (twice) found.double?.();
    else found.run();
  }

  #hold(found: Shortcut, seconds: number): void {
    this.held = found.id;
    this.#timer = setTimeout(() => {
      this.#drop();
      found.run();
    }, seconds * 1000);
  }

  #up(event: KeyboardEvent): void {
    if (this.held !== "" && this.keys.get(this.held) === keyOf(event.key)) this.#drop();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.held = "";
  }

  #keep(): void {
    try {
      this.#store?.setItem(this.#name, JSON.stringify([...this.#chosen]));
    } catch {
      // A browser that keeps nothing has the usual keys next time.
    }
  }
}

function read(store: Store | null, name: string): [string, string][] {
  try {
    const found: unknown = JSON.parse(store?.getItem(name) ?? "[]");
    return Array.isArray(found) ? found.filter((one): one is [string, string] => Array.isArray(one) && one.length === 2) : [];
  } catch {
    return [];
  }
}

function focus(): Focus {
  const element = document.activeElement;
  if (element === null || element === document.body) return "page";
  if (element.matches("input[data-figures]")) return "figures";
  if (element.matches("input:not([type=radio], [type=checkbox], [type=range], [type=button]), select, textarea")) return "field";
  return element.matches(":focus-visible") ? "control" : "page";
}
