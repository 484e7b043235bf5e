import type { Snapshot, Standing } from "./protocol.ts";

const PATIENCE_MS = 8000;
const AGAIN_MS = 1000;

/** A race of the session that is not on the track, as it stands: fetched anew whenever it is another. */
export class Beside {
  /** Null before it was fetched. */
  race: Snapshot | null = $state.raw(null);
  #wanted: Standing | null = null;
  #boot = "";
  #isFetching = false;
  readonly #told: (race: Snapshot) => void;
  readonly #spread: number;

  /**
   * @param told hears of the race whenever it was fetched
   * @param spread milliseconds within which it is fetched, at random: where a stadium does
   */
  constructor(told: (race: Snapshot) => void = () => undefined, spread = 0) {
    this.#told = told;
    this.#spread = spread;
  }

  /**
   * Keep this race.
   * @param id of which race; empty for none
   * @param on the race on the track, which says how the others stand
   */
  follow(id: string, on: Snapshot | null): void {
    const wanted = on?.races?.find((one) => one.id === id && !one.on) ?? null;
    if (wanted?.id !== this.race?.race.id) this.race = null;
    this.#wanted = wanted;
    this.#boot = on?.boot ?? "";
    void this.#go();
  }

  async #go(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    for (let wanted = this.#missing(); wanted !== null; wanted = this.#missing()) {
      if (this.#spread > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * this.#spread));
      const found = await raceOf(wanted.id);
      if (found !== null && wanted.id === this.#wanted?.id) {
        this.race = found;
        this.#told(found);
      }
      if (this.#missing()?.id === wanted.id) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    this.#isFetching = false;
  }

  /** What is wanted and not known as it stands. */
  #missing(): Standing | null {
    const { race } = this;
    const known = race?.boot === this.#boot ? race.races?.find(({ id }) => id === race.race.id)?.line : undefined;
    return known === undefined || known < (this.#wanted?.line ?? 0) ? this.#wanted : null;
  }
}

async function raceOf(id: string): Promise<Snapshot | null> {
  try {
    const answer = await fetch(`/api/races/${id}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? ((await answer.json()) as Snapshot) : null;
  } catch {
    return null; // no connection: it is asked again
  }
}
