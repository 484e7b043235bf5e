import { untrack } from "svelte";
import type { Store } from "../desk/keep.ts";
import { get, send } from "./server.ts";
import type { Fault, Shown } from "./shapes.ts";

/** After so long without a key it is checked what was typed. */
const REST_MS = 350;

/** A file as a form: what was typed is checked while it is typed, and lost by nothing but its owner's wish. */
export class Form<Draft extends object, Told extends Shown<Draft>> {
  /** As it stands in the fields; null before it was told, or where the file cannot be shown in a form. */
  draft: Draft | null = $state(null);
  /** What the server said last. */
  told: Told | null = $state.raw(null);
  isBusy: boolean = $state(false);
  /** Why it was not saved, or not read; empty if nothing was refused. */
  refused: string = $state("");
  /** It was saved or put back just now. */
  said: "" | "saved" | "undone" | "kept" = $state("");
  readonly #address: string;
  readonly #name: string;
  readonly #store: Store | null;
  /** The draft as it stands in the file, to know whether something was typed since. */
  #clean: string = $state.raw("");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(name: string, store: Store | null) {
    this.#address = `/api/setup/${name}`;
    this.#name = name;
    this.#store = store;
  }

  /** Whether something was typed that is not saved. */
  get isChanged(): boolean {
    return this.draft !== null && JSON.stringify(this.draft) !== this.#clean;
  }

  get canUndo(): boolean {
    return this.told !== null && this.told.versions.length > 1;
  }

  /** What is wrong with a field; empty for nothing. */
  fault(at: string): string {
    return this.told?.faults.find((one) => one.at === at)?.words ?? "";
  }

  /** What is wrong there and below. */
  below(at: string): readonly Fault[] {
    return this.told?.faults.filter((one) => one.at === at || one.at.startsWith(`${at}.`)) ?? [];
  }

  /** As the file has it; what was typed and not saved before comes back, if the file is still the same. */
  async load(): Promise<void> {
    const answer = await get<Told>(this.#address);
    if (!answer.ok) {
      this.refused = answer.why;
      return;
    }
    const kept = this.#kept();
    this.#take(answer.told);
    if (kept === null || kept.seen !== answer.told.seen) return;
    this.draft = kept.draft;
    this.said = "kept";
    await this.check();
  }

  /** Something was typed: keep it, and have it checked soon. To be called in an effect. */
  watch(): void {
    if (this.draft === null) return;
    const text = JSON.stringify(this.draft);
    untrack(() => {
      this.#keep(text);
      if (text === this.#clean) return;
      if (this.said !== "kept") this.said = "";
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.check(), REST_MS);
    });
  }

  /** What is wrong with what was typed; nothing is written. */
  async check(): Promise<void> {
    if (this.draft === null) return;
    this.#asked += 1;
    const mine = this.#asked;
    const answer = await send<Told>("POST", `${this.#address}/check`, this.#body());
    if (mine !== this.#asked || !answer.ok || this.told === null) return;
    this.told = { ...answer.told, draft: this.told.draft, seen: this.told.seen };
  }

  /** Save it; whether that was done. */
  async save(): Promise<boolean> {
    if (this.draft === null || this.isBusy) return false;
    const answer = await this.#busy(() => send<Told>("PUT", this.#address, this.#body()));
    if (!answer.ok) {
      this.refused = answer.why || "unreached";
      return false;
    }
    if (answer.status !== 200) {
      this.told = { ...answer.told, draft: this.told?.draft ?? null, seen: this.told?.seen ?? "" };
      this.refused = "faults";
      return false;
    }
    this.#take(answer.told);
    this.said = "saved";
    return true;
  }

  /** Put the version before back. */
  async undo(): Promise<void> {
    const answer = await this.#busy(() => send<Told>("POST", `${this.#address}/undo`, { seen: this.told?.seen ?? "" }));
    if (answer.ok) {
      this.#take(answer.told);
      this.said = "undone";
    } else this.refused = answer.why || "unreached";
  }

  /** As it is in the file: what was typed is dropped. */
  async drop(): Promise<void> {
    this.#store?.removeItem(this.#key);
    this.#clean = "";
    this.said = "";
    await this.load();
  }

  #take(told: Told): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.told = told;
    this.draft = told.draft === null ? null : structuredClone(told.draft);
    this.#clean = JSON.stringify(this.draft);
    this.refused = "";
    this.#store?.removeItem(this.#key);
  }

  #body(): Record<string, unknown> {
    return { [this.#name]: this.draft, seen: this.told?.seen ?? "" };
  }

  async #busy<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.isBusy = true;
    this.refused = "";
    this.said = "";
    try {
      return await work();
    } finally {
      this.isBusy = false;
    }
  }

  get #key(): string {
    return `pacelight.setup.1.${this.#name}`;
  }

  #keep(text: string): void {
    try {
      if (text === this.#clean) this.#store?.removeItem(this.#key);
      else this.#store?.setItem(this.#key, JSON.stringify({ seen: this.told?.seen ?? "", draft: this.draft }));
    } catch {
      // full, or not allowed to: it stands in the fields all the same
    }
  }

  #kept(): { seen: string; draft: Draft } | null {
    try {
      return JSON.parse(this.#store?.getItem(this.#key) ?? "null") as { seen: string; draft: Draft } | null;
    } catch {
      return null;
    }
  }
}
