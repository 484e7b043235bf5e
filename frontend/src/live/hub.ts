import { fold } from "./fold.ts";
import type { Beat, Snapshot } from "./protocol.ts";
import type { Told } from "./stream.ts";

/** What a tab says: it is there, it lost count, it goes. */
export type Said = "here" | "anew" | "bye";

/** What a tab hears: what the server told, or that the worker lives. */
export type Heard = Told | { readonly kind: "here" };

/** What of a `MessagePort` is needed. */
export interface Port {
  postMessage(heard: Heard): void;
}

/** One stream for all tabs of a browser: who comes late is told all that is known. */
export class Hub {
  readonly #ports: Set<Port> = new Set();
  readonly #now: () => number;
  #snapshot: Snapshot | null = null;
  #beat: Beat | null = null;
  #beatAt = 0;

  /** @param now milliseconds that never jump */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many tabs listen. */
  get tabs(): number {
    return this.#ports.size;
  }

  /** The server told something: every tab hears it. */
  tell(told: Told): void {
    if (told.kind === "snapshot") this.#snapshot = told.snapshot;
    else if (told.kind === "beat") [this.#beat, this.#beatAt] = [told.beat, this.#now()];
    else if (this.#snapshot !== null) this.#snapshot = fold(this.#snapshot, told.delta);
    for (const port of this.#ports) port.postMessage(told);
  }

  /** A tab said something. One that was forgotten while it slept is taken in again by its next word. */
  hear(port: Port, said: Said): void {
    if (said === "bye") {
      this.#ports.delete(port);
      return;
    }
    if (said === "anew" || !this.#ports.has(port)) this.#welcome(port);
    this.#ports.add(port);
    port.postMessage({ kind: "here" });
  }

  /** With the server's time of now, by which a page guesses until it has measured. */
  #welcome(port: Port): void {
    const beat = this.#beat;
    if (beat === null || this.#snapshot === null) return;
    const server_unix_ns = beat.server_unix_ns + (this.#now() - this.#beatAt) * 1e6;
    const clock = { ...this.#snapshot.clock, server_unix_ns };
    port.postMessage({ kind: "snapshot", snapshot: { ...this.#snapshot, clock } });
  }
}
