import { ServerClock } from "./clock.ts";
import { fold } from "./fold.ts";
import { listen, type Listening } from "./listen.ts";
import type { Beat, Delta, Snapshot } from "./protocol.ts";
import type { Told } from "./stream.ts";

export type Connection = "connecting" | "live" | "stale" | "offline";

/** Silence after which the page says that it is stale: two missed beats and a little. */
const STALE_MS = 2400;
/** Silence after which it calls itself offline. */
const OFFLINE_MS = 10_000;
const SYNCHRONISE_MS = 30_000;
const LOOK_MS = 200;

/** The race as the server tells it, and how far that can be trusted now. Goes on for ever. */
export class Link {
  snapshot: Snapshot | null = $state.raw(null);
  connection: Connection = $state("connecting");
  /** Whole seconds since the engine was last known to be heard. */
  age: number = $state(0);
  /** Why the engine is not up, as it says itself; empty while it is, or where nobody says. */
  why: string = $state("");
  /** How far the browser's idea of the server's clock may be off, milliseconds. */
  clockError: number | null = $state(null);

  readonly clock: ServerClock = new ServerClock();
  /** Hears each thing by itself; several may be folded in before a page is drawn anew. */
  onhear: ((told: Told) => void) | null = null;
  #listening: Listening | null = null;
  #heard = performance.now();
  #good = performance.now();

  start(): () => void {
    this.#listening = listen((told) => this.#tell(told));
    void this.#synchronise();
    const looks = setInterval(() => this.#look(), LOOK_MS);
    const measures = setInterval(() => void this.#synchronise(), SYNCHRONISE_MS);
    const back = (): void => {
      if (document.visibilityState === "visible") void this.#synchronise();
    };
    document.addEventListener("visibilitychange", back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      clearInterval(looks);
      clearInterval(measures);
      this.#listening?.stop();
      this.#listening = null;
    };
  }

  /** Race seconds now; null before the gun. */
  seconds(): number | null {
    const clock = this.snapshot?.clock;
    if (clock === undefined || clock.gun_unix_ns === null) return null;
    return ((this.clock.now() - clock.gun_unix_ns / 1e6) * clock.rate) / 1000;
  }

  #tell(told: Told): void {
    this.#heard = performance.now();
    if (told.kind === "snapshot") this.#replace(told.snapshot);
    else if (told.kind === "delta") this.#take(told.delta);
    else this.#beat(told.beat);
    this.onhear?.(told);
  }

  #replace(snapshot: Snapshot): void {
    this.clock.hint(snapshot.clock.server_unix_ns);
    this.snapshot = snapshot;
  }

  #take(delta: Delta): void {
    const known = this.snapshot;
    if (known === null || delta.seq <= known.seq) return;
    if (delta.seq > known.seq + 1) this.#listening?.anew();
    else this.snapshot = fold(known, delta);
  }

  #beat(beat: Beat): void {
    this.clock.hint(beat.server_unix_ns);
    this.why = beat.engine ? "" : (beat.why ?? "");
    if (beat.silent_ms !== undefined) this.#good = this.#heard - beat.silent_ms;
    else if (beat.engine) this.#good = this.#heard;
    this.#look();
  }

  /** What the page says about itself. */
  #look(): void {
    const now = performance.now();
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
