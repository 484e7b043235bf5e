import { Beside } from "../live/beside.svelte.ts";
import type { Snapshot, Standing } from "../live/protocol.ts";
import { saidBeside, saidOn, UNSAID, type Said } from "./news.ts";

/** So many races that left the track are listened to: what is older is for the record book. */
const BEFORE = 3;

const BEGUN: ReadonlySet<Standing["state"]> = new Set(["finished", "official", "aborted"]);

/** What was said of each race of the evening: what is another by now is said again. */
export class Evening {
  /** By race. */
  #memories: Readonly<Record<string, Said>> = $state.raw({});
  #on: string = $state("");
  readonly #besides: Map<string, Beside> = new Map();

  /** Of the race on the track first. */
  readonly all: readonly Said[] = $derived.by(() => {
    const { [this.#on]: on = UNSAID, ...others } = this.#memories;
    return [on, ...Object.values(others)];
  });

  /** The race on the track was told, and how the others stand. */
  hear(race: Snapshot): void {
    this.#on = race.race.id;
    this.#remember(race.race.id, (before) => saidOn(before, race));
    const left = (race.races ?? []).filter(({ on, state }) => !on && BEGUN.has(state)).slice(-BEFORE);
    for (const { id } of left) {
      const beside = this.#besides.get(id) ?? new Beside((told) => this.#hearBeside(id, told));
      this.#besides.set(id, beside);
      beside.follow(id, race);
    }
  }

  /** It was read out. */
  away(): void {
    const read = Object.entries(this.#memories).map(([id, memory]) => [id, { ...memory, corrections: [], news: [] }] as const);
    this.#memories = Object.fromEntries(read);
  }

  #hearBeside(id: string, race: Snapshot): void {
    if (id !== this.#on) this.#remember(id, (before) => saidBeside(before, race));
  }

  #remember(id: string, told: (before: Said) => Said): void {
    const before = this.#memories[id] ?? UNSAID;
    const after = told(before);
    if (after !== before) this.#memories = { ...this.#memories, [id]: after };
  }
}
