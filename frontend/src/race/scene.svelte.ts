import type { Link } from "../live/link.svelte.ts";
import type { RaceState, Snapshot } from "../live/protocol.ts";
import { MOST_DELAY_S, raceSeconds, span, Timeline, type Known } from "./timeline.ts";

/** A race at an instant: as it stands now, as it stood a minute ago, as it stood on another day. */
export interface Scene {
  readonly race: Snapshot | null;
  /** The instant that is shown, milliseconds of the server's clock. */
  unix(): number;
  /** Race seconds of that instant; null before the gun. */
  seconds(): number | null;
}

const SPARE_MS = 30_000;
const LOOK_MS = 100;

/** A race that is run is seen again; until then it is watched. */
export const isOver = (state: RaceState): boolean => state === "finished" || state === "official" || state === "aborted";

/** The race as it stands. */
export function sceneOf(link: Link): Scene {
  return {
    get race() {
      return link.snapshot;
    },
    unix: () => link.clock.now(),
    seconds: () => link.seconds(),
  };
}

/** The race as it stands, or as it stood some seconds ago: everything, the clock and what fell included. */
export class Watching implements Scene {
  /** Seconds behind what is known now. */
  delay: number = $state(0);
  /** Seconds until something is known of the instant that is shown; 0 where it is. */
  missing: number = $state(0);
  #shown: Snapshot | null = $state.raw(null);
  #asked: string | null = null;
  readonly #link: Link;
  readonly #timeline = new Timeline();
  readonly #ask: (race: string) => Promise<readonly Known[]>;

  /** @param ask what a recording of the server knows of this race; nothing where there is none */
  constructor(link: Link, ask: (race: string) => Promise<readonly Known[]>) {
    this.#link = link;
    this.#ask = ask;
  }

  get race(): Snapshot | null {
    return this.delay === 0 ? this.#link.snapshot : this.#shown;
  }

  start(): () => void {
    const looks = setInterval(() => this.look(), LOOK_MS);
    return () => clearInterval(looks);
  }

  unix(): number {
    return this.#link.clock.now() - this.delay * 1000;
  }

  seconds(): number | null {
    return raceSeconds(this.race, this.unix());
  }

  /** The link has heard something: from now on it is known. */
  hear(): void {
    const race = this.#link.snapshot;
    if (race === null) return;
    const now = this.#link.clock.now();
    this.#timeline.push(now, race);
    this.#timeline.forget(now - MOST_DELAY_S * 1000 - SPARE_MS);
    if (this.delay > 0) void this.#fetch(race.race.id);
  }

  /** Be so many seconds behind. */
  stay(delay: number): void {
    this.delay = Math.max(0, Math.min(MOST_DELAY_S, Math.round(delay)));
    const id = this.#link.snapshot?.race.id;
    if (this.delay > 0 && id !== undefined) void this.#fetch(id);
    this.look();
  }

  look(): void {
    if (this.delay === 0) {
      this.missing = 0;
      return;
    }
    const [at, from] = [this.unix(), this.#timeline.from];
    this.#shown = this.#timeline.at(at);
    this.missing = this.#shown === null && from !== null ? Math.max(1, Math.ceil((from - at) / 1000)) : 0;
  }

  /** Once a race: what happened before this page was opened. */
  async #fetch(id: string): Promise<void> {
    if (this.#asked === id) return;
    this.#asked = id;
    this.#timeline.precede(await this.#ask(id));
    this.look();
  }
}

/** A race of another time, played again. */
export class Replay implements Scene {
  race: Snapshot | null = $state.raw(null);
  /** The instant that is shown, milliseconds of the server's clock of then. */
  position: number = $state(0);
  playing: boolean = $state(false);
  speed: number = $state(1);
  readonly from: number;
  readonly to: number;
  readonly #timeline: Timeline;
  #end: Snapshot;

  constructor(known: readonly Known[]) {
    this.#timeline = new Timeline(known);
    const last = known.at(-1);
    if (last === undefined) throw new Error("a recording without a line");
    this.#end = last.race;
    [this.from, this.to] = span(known);
    this.seek(this.from);
  }

  /** As it was known last. */
  get end(): Snapshot {
    return this.#end;
  }

  /** Race seconds at the end. */
  get length(): number {
    return raceSeconds(this.#end, this.to) ?? (this.to - this.from) / 1000;
  }

  /** The race is another since: so it ends, where the lamps are that it was shown with. */
  putRight(race: Snapshot): void {
    this.#end = { ...race, track: this.#end.track, look: this.#end.look };
    if (this.position >= this.to) this.race = this.#end;
  }

  start(): () => void {
    let before = performance.now();
    let request = requestAnimationFrame(frame);
    const play = (now: number): void => {
      if (this.playing) this.seek(this.position + (now - before) * this.speed);
      if (this.position >= this.to) this.playing = false;
      before = now;
    };
    function frame(now: number): void {
      request = requestAnimationFrame(frame);
      play(now);
    }
    return () => cancelAnimationFrame(request);
  }

  unix(): number {
    return this.position;
  }

  /** Before the gun below zero: as far as it is still away. */
  seconds(): number | null {
    return raceSeconds(this.race, this.position);
  }

  /** Race seconds of the instant that is shown, the gun known or not yet. */
  get at(): number {
    return raceSeconds(this.#end, this.position) ?? (this.position - this.from) / 1000;
  }

  toggle(): void {
    if (!this.playing && this.position >= this.to) this.seek(this.from);
    this.playing = !this.playing;
  }

  /** At its end a race is shown as it was known last: what people decided days later included. */
  seek(unix: number): void {
    this.position = Math.max(this.from, Math.min(this.to, unix));
    this.race = this.position >= this.to ? this.#end : (this.#timeline.at(this.position) ?? this.#timeline.at(this.from) ?? this.#end);
  }

  /** Show the race at these race seconds. */
  seekSeconds(seconds: number): void {
    const { gun_unix_ns: gun, rate } = this.#end.clock;
    this.seek(gun === null ? this.from + seconds * 1000 : gun / 1e6 + (seconds * 1000) / rate);
  }
}
