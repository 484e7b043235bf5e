/** What was learnt of two clocks at once, milliseconds. */
export interface Measured {
  /** Server minus the clock here that never jumps. */
  readonly offset: number;
  /** Half of the best round trip: the offset cannot be wrong by more. */
  readonly error: number;
  /** When, on the clock here that never jumps. */
  readonly at: number;
  /** The wall clock here minus the one that never jumps: they drift apart where this machine sleeps. */
  readonly wall: number;
}

/** The server's clock as seen from here: the median offset of the quickest round trips. */
export class ServerClock {
  /** Server minus browser, milliseconds. */
  #offset: number | null = null;
  /** Half of the best round trip: the offset cannot be wrong by more. */
  error: number | null = null;
  /** What was measured last; null before. */
  measured: Measured | null = null;

  /** Unix milliseconds of the server, from a clock here that never jumps. */
  now(): number {
    return performance.timeOrigin + performance.now() + (this.#offset ?? 0);
  }

  /** A first guess, from a message that took an unknown time to arrive. */
  hint(serverUnixNs: number): void {
    this.#offset ??= serverUnixNs / 1e6 - (performance.timeOrigin + performance.now());
  }

  /** Asks some times and keeps what the quickest answers agree on. */
  async synchronise(rounds = 8): Promise<void> {
    const before = parted();
    const samples: { offset: number; trip: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const sample = await ask();
      if (sample !== null) samples.push(sample);
    }
    samples.sort((a, b) => a.trip - b.trip);
    const best = samples[0];
    if (best === undefined) return;
    const within = samples.filter(
      ({ offset, trip }) => trip <= 2 * best.trip && Math.abs(offset - best.offset) <= best.trip / 2 + 0.5,
    );
    const offsets = within.map(({ offset }) => offset).sort((a, b) => a - b);
    this.#offset = offsets[Math.floor(offsets.length / 2)] ?? best.offset;
    this.error = best.trip / 2;
    const wall = parted();
    if (Math.abs(wall - before) > PARTED_MS) return; // it slept in the midst of it: nothing is known
    const at = performance.timeOrigin + performance.now();
    this.measured = { offset: this.#offset, error: this.error, at, wall };
  }
}

/** By more the two clocks of a machine do not part unless it slept, or its wall clock was set. */
export const PARTED_MS = 40;

const parted = (): number => Date.now() - (performance.timeOrigin + performance.now());

async function ask(): Promise<{ offset: number; trip: number } | null> {
  const sent = performance.now();
  try {
    const answer = await fetch("/api/clock", {
      method: "POST",
      headers: { "X-Pacelight": "1" }, // which no page of another origin can send unasked
      cache: "no-store",
      signal: AbortSignal.timeout(2000),
    });
    const { server_unix_ns: server } = (await answer.json()) as { server_unix_ns: number };
    const back = performance.now();
    return { offset: server / 1e6 - (performance.timeOrigin + (sent + back) / 2), trip: back - sent };
  } catch {
    return null;
  }
}
