import { Beside } from "../live/beside.svelte.ts";
import type { Link } from "../live/link.svelte.ts";
import type { Snapshot, Standing } from "../live/protocol.ts";
import { keep, recalled } from "../shell/tab.ts";

/** Under which name a tab keeps it. */
const KEPT = "timer hand";

/** The race in hand: the one on the track, until another of the session is taken in hand to put it right. */
export class Hand {
  /** Id of the one that is not on the track; empty for the one that is. */
  other: string = $state(recalled(KEPT) ?? "");
  readonly #link: Link;
  readonly #beside = new Beside();

  /** The race on the track. */
  readonly on: Snapshot | null = $derived.by(() => this.#link.snapshot);
  /** The races that can be taken in hand besides. */
  readonly others: readonly Standing[] = $derived((this.on?.races ?? []).filter(({ on }) => !on));
  readonly isOther: boolean = $derived(this.others.some(({ id }) => id === this.other));
  /** Its id; empty before one was heard. */
  readonly id: string = $derived(this.isOther ? this.other : (this.on?.race.id ?? ""));
  /** As it is shown; null before it was heard. */
  readonly race: Snapshot | null = $derived(this.isOther ? this.#beside.race : this.on);

  constructor(link: Link) {
    this.#link = link;
  }

  /** The race on the track was told, and how the others stand. */
  told(): void {
    if (this.on !== null && this.other !== "" && !this.isOther) this.other = ""; // it came on the track, or is gone
    this.#beside.follow(this.other, this.on);
  }

  /** Take a race of the session in hand; the one on the track, without one. */
  take(race = ""): void {
    this.other = race;
    keep(KEPT, race); // a tab that is loaded anew has the same in hand
    this.#beside.follow(race, this.on);
  }

  /** From the race on the track to the one that waits for somebody, else to the last one; and back. */
  switch(): void {
    const waits = this.others.findLast(({ waits = 0 }) => waits > 0) ?? this.others.findLast(({ state }) => state === "finished") ?? this.others.at(-1);
    this.take(this.isOther ? "" : waits?.id);
  }

  /** What a race of the session is called. */
  nameOf(race: string): string {
    return this.on?.races?.find(({ id }) => id === race)?.name ?? race;
  }
}
