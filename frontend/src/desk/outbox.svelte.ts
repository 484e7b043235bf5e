import { added, newKey, put, type Entries, type Entry } from "./entry.ts";
import { Keep, type Store } from "./keep.ts";
import { answered, type Due } from "./reply.ts";
import { ask, type Reply } from "./server.ts";

/** Between two attempts, drawn anew each time, so that phones do not come back in one instant. */
const RETRY_MS: readonly [number, number] = [500, 1500];

/** How an outbox of this kind of thing works. */
export interface Manner<What> {
  /** Under which names it is kept in the browser's storage. */
  readonly prefix: string;
  readonly store: Store | null;
  /** What is kept through a reload; all, if it is left out. */
  readonly keeps?: (what: What) => boolean;
  /** For so many milliseconds what waits is kept so; for ever, if it is left out. */
  readonly lasts?: (what: What) => number;
  /** What goes out one after another; different lanes do not wait for each other. */
  readonly lane?: (entry: Entry<What>) => string;
  /** The next thing to do in a lane; null where there is nothing now. */
  readonly due: (entries: Entries<What>, lane: string) => Due<What> | null;
  /** So often something is asked again only because the race was another meanwhile. */
  readonly tries?: (entry: Entry<What>) => number;
  /** What is known, from elsewhere than an answer, to have been done. */
  readonly settled?: (entries: Entries<What>) => Entries<What>;
  /** Somebody is there for whom it may be sent. */
  readonly ready: () => boolean;
  /** Whoever asked is not signed in any more. */
  readonly onsignin: () => void;
  readonly onreply?: (entry: Entry<What>, reply: Reply) => void;
}

/** What was asked here: each thing is kept before it goes out, and goes out again, the same, until it is answered. */
export class Outbox<What> {
  readonly #manner: Manner<What>;
  readonly #keep: Keep<What>;
  entries: Entries<What> = $state.raw([]);
  /** The browser keeps what it is told to. */
  keeps: boolean = $state(true);
  /** The server answered when it was asked last. */
  reached: boolean = $state(true);
  readonly #flying: Set<string> = new Set();
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(manner: Manner<What>) {
    this.#manner = manner;
    this.#keep = new Keep(manner.store, manner.prefix, manner.lasts);
    this.entries = this.#keep.load(Date.now());
    this.keeps = this.#keep.works;
  }

  start(): () => void {
    const back = (): void => {
      if (document.visibilityState === "visible") this.pump();
    };
    const other = (event: StorageEvent): void => {
      if (this.#keep.isOurs(event.key)) this.#reload();
    };
    document.addEventListener("visibilitychange", back);
    addEventListener("online", back);
    addEventListener("storage", other);
    this.pump();
    return () => {
      clearTimeout(this.#retry);
      document.removeEventListener("visibilitychange", back);
      removeEventListener("online", back);
      removeEventListener("storage", other);
    };
  }

  /** One more thing to be asked; its entry. */
  add(race: string, what: What): Entry<What> {
    this.change(added(this.entries, Date.now(), newKey(), race, what));
    const entry = this.entries.at(-1);
    if (entry === undefined) throw new RangeError("an entry that was added is there");
    this.pump();
    return entry;
  }

  change(entries: Entries<What>): void {
    const keeps = this.#manner.keeps ?? (() => true);
    this.#keep.save(this.entries, entries.filter(({ what }) => keeps(what)));
    this.keeps = this.#keep.works;
    this.entries = entries;
  }

  /** Send what can be sent now, in each lane one after another. */
  pump(): void {
    if (!this.#manner.ready()) return;
    clearTimeout(this.#retry);
    this.change(this.#manner.settled?.(this.entries) ?? this.entries);
    const waiting = this.entries.filter(({ state }) => state === "waiting");
    for (const lane of new Set(waiting.map((entry) => this.#laneOf(entry)))) void this.#run(lane);
  }

  #laneOf(entry: Entry<What>): string {
    return this.#manner.lane?.(entry) ?? "";
  }

  async #run(lane: string): Promise<void> {
    if (this.#flying.has(lane)) return;
    this.#flying.add(lane);
    try {
      for (let next = this.#due(lane); next !== null; next = this.#due(lane)) {
        if (!(await this.#do(next))) break;
      }
    } finally {
      this.#flying.delete(lane);
    }
  }

  #due(lane: string): Due<What> | null {
    return this.#manner.ready() ? this.#manner.due(this.entries, lane) : null;
  }

  /** Whether to go on with the next one. */
  async #do(next: Due<What>): Promise<boolean> {
    this.change(put(this.entries, next.entry)); // kept as sent before it goes out
    if (next.kind === "settle") return true;
    const reply = await ask(next.asked);
    this.reached = reply.kind !== "again";
    const entry = this.entries.find(({ id }) => id === next.entry.id);
    if (entry !== undefined && entry.state === "waiting") {
      const now = answered(entry, reply, newKey, this.#manner.tries?.(entry) ?? 1);
      this.change(put(this.entries, now));
      this.#manner.onreply?.(now, reply);
    }
    if (reply.kind === "sign-in") this.#manner.onsignin();
    if (reply.kind === "again") this.#later();
    return reply.kind === "answer" || reply.kind === "refused";
  }

  #later(): void {
    const [least, most] = RETRY_MS;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.pump(), least + Math.random() * (most - least));
  }

  /** Another page of this browser has kept something; what is not kept stays. */
  #reload(): void {
    const kept = this.#keep.load(Date.now());
    const known = new Set(kept.map(({ id }) => id));
    const own = this.entries.filter(({ id, what }) => !known.has(id) && this.#manner.keeps?.(what) === false);
    this.entries = [...kept, ...own].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
