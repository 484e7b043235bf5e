import { Beside } from "../live/beside.svelte.ts";
import type { Snapshot, Standing } from "../live/protocol.ts";
import { packed, unpacked } from "../race/corrections.ts";
import { keep, recalled } from "../shell/tab.ts";
import { saidBeside, saidOn, UNSAID, type Said } from "./news.ts";

/** So many races that left the track are listened to: what is older is for the record book. */
const BEFORE = 3;

/** Under which name a tab keeps it. */
const KEPT = "announcer";

const BEGUN: ReadonlySet<Standing["state"]> = new Set(["finished", "official", "aborted"]);

/** What was said of each race of the evening: what is another by now is said again. */
export class Evening {
  /** By race. */
  #memories: Readonly<Record<string, Said>> = $state.raw(before());
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
    const left = lately(race.races ?? []);
    for (const { id } of left) {
      const beside = this.#besides.get(id) ?? new Beside((told) => this.#hearBeside(id, told));
      this.#besides.set(id, beside);
      beside.follow(id, race);
    }
  }

  /** It was read out. */
  away(): void {
    const read = Object.entries(this.#memories).map(([id, memory]) => [id, { ...memory, corrections: [], news: [] }] as const);
    this.#keep(Object.fromEntries(read));
  }

  #hearBeside(id: string, race: Snapshot): void {
    if (id !== this.#on) this.#remember(id, (before) => saidBeside(before, race));
  }

  #remember(id: string, told: (before: Said) => Said): void {
    const before = this.#memories[id] ?? UNSAID;
    const after = told(before);
    if (after !== before) this.#keep({ ...this.#memories, [id]: after });
  }

  #keep(memories: Readonly<Record<string, Said>>): void {
    this.#memories = memories;
    keep(KEPT, JSON.stringify(Object.entries(memories).map(([id, said]) => [id, packed(said)])));
  }
}

/** Races that are over and were changed last. */
const lately = (races: readonly Standing[]): readonly Standing[] =>
  races
    .filter(({ on, state }) => !on && BEGUN.has(state))
    .toSorted((a, b) => (b.line ?? 0) - (a.line ?? 0))
    .slice(0, BEFORE);

/** What this tab had said before it was loaded anew. */
function before(): Readonly<Record<string, Said>> {
  try {
    const kept = JSON.parse(recalled(KEPT) ?? "[]") as readonly (readonly [string, string])[];
    return Object.fromEntries(kept.map(([id, said]) => [id, unpacked(said, UNSAID)]));
  } catch {
    return {};
  }
}
