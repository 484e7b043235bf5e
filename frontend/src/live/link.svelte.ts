import { ServerClock } from "./clock.ts";
import { fold } from "./fold.ts";
import type { Beat, Delta, Snapshot } from "./protocol.ts";

export type Connection = "connecting" | "live" | "stale" | "offline";

/** Silence after which the page says that it is stale: two missed beats and a little. */
const STALE_MS = 2400;
/** Silence after which it calls itself offline. */
const OFFLINE_MS = 10_000;
/** A stream that is open and silent for so long is dead (a laptop that slept): open another. */
const ZOMBIE_MS = 5000;
/** Between attempts, drawn anew each time, so that a stadium does not come back in one instant. */
const RETRY_MS: readonly [number, number] = [300, 1500];
const SYNCHRONISE_MS = 30_000;
const LOOK_MS = 200;

/** The race as the server tells it, and how far that can be trusted now. Reconnects for ever. */
export class Link {
  snapshot: Snapshot | null = $state.raw(null);
  connection: Connection = $state("connecting");
  /** Whole seconds since the engine was last known to be heard. */
  age: number = $state(0);
  /** How far the browser's idea of the server's clock may be off, milliseconds. */
  clockError: number | null = $state(null);

  readonly clock: ServerClock = new ServerClock();
  #source: EventSource | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #timers: ReturnType<typeof setInterval>[] = [];
  #heard = performance.now();
  #good = performance.now();

  start(): () => void {
    this.#open();
    void this.#synchronise();
    this.#timers = [
      setInterval(() => this.#look(), LOOK_MS),
      setInterval(() => void this.#synchronise(), SYNCHRONISE_MS),
    ];
    const back = () => {
      if (document.visibilityState === "visible") void this.#synchronise();
    };
    document.addEventListener("visibilitychange", back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      for (const timer of this.#timers) clearInterval(timer);
      this.#close();
    };
  }

  /** Race seconds now; null before the gun. */
  seconds(): number | null {
    const clock = this.snapshot?.clock;
    if (clock === undefined || clock.gun_unix_ns === null) return null;
    return ((this.clock.now() - clock.gun_unix_ns / 1e6) * clock.rate) / 1000;
  }

  #open(): void {
    this.#close();
    this.#heard = performance.now();
    const known = this.snapshot;
    const resume = known === null ? "" : `?${new URLSearchParams({ boot: known.boot, after: String(known.seq) })}`;
    const source = new EventSource(`/api/events${resume}`);
    source.addEventListener("snapshot", (event) => this.#replace(JSON.parse(event.data as string) as Snapshot));
    source.addEventListener("delta", (event) => this.#take(JSON.parse(event.data as string) as Delta));
    source.addEventListener("beat", (event) => this.#beat(JSON.parse(event.data as string) as Beat));
    source.addEventListener("error", () => this.#again());
    this.#source = source;
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#source?.close();
    this.#source = null;
  }

  #again(): void {
    this.#close();
    const [least, most] = RETRY_MS;
    this.#retry = setTimeout(() => this.#open(), least + Math.random() * (most - least));
  }

  #replace(snapshot: Snapshot): void {
    this.clock.hint(snapshot.clock.server_unix_ns);
    this.snapshot = snapshot;
    this.#heard = performance.now();
  }

  #take(delta: Delta): void {
    this.#heard = performance.now();
    const known = this.snapshot;
    if (known === null || delta.seq <= known.seq) return;
    if (delta.seq > known.seq + 1) this.#again();
    else this.snapshot = fold(known, delta);
  }

  #beat(beat: Beat): void {
    this.clock.hint(beat.server_unix_ns);
    this.#heard = performance.now();
    if (!beat.engine) return;
    this.#good = this.#heard;
    this.#look();
  }

  /** What the page says about itself. */
  #look(): void {
    const now = performance.now();
    if (this.#source !== null && now - this.#heard > ZOMBIE_MS) this.#again();
    const silent = now - this.#good;
    this.age = Math.floor(silent / 1000);
    const unheard = this.snapshot === null;
    if (silent > OFFLINE_MS && now - this.#heard > STALE_MS) this.connection = "offline";
    else if (unheard) this.connection = "connecting";
    else this.connection = silent > STALE_MS ? "stale" : "live";
  }

  async #synchronise(): Promise<void> {
    await this.clock.synchronise();
    this.clockError = this.clock.error;
  }
}
