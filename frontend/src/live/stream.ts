import type { Beat, Delta, Snapshot } from "./protocol.ts";

/** One thing that the server tells. */
export type Told =
  | { readonly kind: "snapshot"; readonly snapshot: Snapshot }
  | { readonly kind: "delta"; readonly delta: Delta }
  | { readonly kind: "beat"; readonly beat: Beat };

/** What of an `EventSource` is needed. */
export interface Events {
  addEventListener(type: string, listener: (event: MessageEvent) => void): void;
  close(): void;
}

/** A stream that is open and silent for so long is dead (a laptop that slept): open another. */
export const ZOMBIE_MS = 5000;
/** Between attempts, drawn anew each time, so that a stadium does not come back in one instant. */
const RETRY_MS: readonly [number, number] = [300, 1500];
const LOOK_MS = 500;

/** The server's stream of events: reconnects for ever, and goes on after the last event that it has. */
export class Stream {
  readonly #tell: (told: Told) => void;
  readonly #to: (address: string) => Events;
  #known: { readonly boot: string; readonly seq: number } | null = null;
  #source: Events | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #looks: ReturnType<typeof setInterval> | undefined;
  #heard = 0;

  constructor(tell: (told: Told) => void, to: (address: string) => Events = (address) => new EventSource(address)) {
    this.#tell = tell;
    this.#to = to;
  }

  start(): void {
    this.#open();
    this.#looks = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#looks);
    this.#close();
  }

  /** From a whole snapshot on. */
  anew(): void {
    this.#known = null;
    this.#open();
  }

  #open(): void {
    this.#close();
    this.#heard = performance.now();
    const known = this.#known;
    const resume = known === null ? "" : `?${new URLSearchParams({ boot: known.boot, after: String(known.seq) })}`;
    const source = this.#to(`/api/events${resume}`);
    source.addEventListener("snapshot", ({ data }) => this.#replace(JSON.parse(data as string) as Snapshot));
    source.addEventListener("delta", ({ data }) => this.#take(JSON.parse(data as string) as Delta));
    source.addEventListener("beat", ({ data }) => this.#beat(JSON.parse(data as string) as Beat));
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

  #look(): void {
    if (this.#source !== null && performance.now() - this.#heard > ZOMBIE_MS) this.#again();
  }

  #replace(snapshot: Snapshot): void {
    this.#heard = performance.now();
    this.#known = { boot: snapshot.boot, seq: snapshot.seq };
    this.#tell({ kind: "snapshot", snapshot });
  }

  #take(delta: Delta): void {
    this.#heard = performance.now();
    const known = this.#known;
    if (known === null || delta.seq <= known.seq) return;
    if (delta.seq > known.seq + 1) {
      this.#again(); // one is missing: the server goes on after the last that is here
      return;
    }
    this.#known = { boot: known.boot, seq: delta.seq };
    this.#tell({ kind: "delta", delta });
  }

  #beat(beat: Beat): void {
    this.#heard = performance.now();
    this.#tell({ kind: "beat", beat });
  }
}
