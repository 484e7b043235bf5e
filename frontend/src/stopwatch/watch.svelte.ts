import { newKey, put } from "../desk/entry.ts";
import { ownStore } from "../desk/keep.ts";
import { Outbox } from "../desk/outbox.svelte.ts";
import { session, type Session } from "../desk/server.ts";
import { Link } from "../live/link.svelte.ts";
import type { Entries, What } from "./entry.ts";
import { errorAt, holds, momentOf, stamped, unixNsLate, type Moment } from "../race/instant.ts";
import { due, last, settled, TRIES, undone } from "./outbox.ts";
import { after, distanceOf, isOneLine, points, type Advance, type Line, type Point } from "../race/points.ts";
import { left, rows, waiting, type Row, type Way } from "./rows.ts";
import { metresText } from "../words/format.ts";
import { say, sayOr } from "../words/index.ts";

const LOOK_MS = 250;
/** Before the id of each entry in the browser's storage. */
const PREFIX = "pacelight.stopwatch.1.";
const SIGNED_IN_MS = 15_000;
const FEW = 4;
const MEASURE_MS = 1000;

/** The stopwatch: what was pressed, where it is, and what the race says of it. */
export class Watch {
  readonly link: Link = new Link();
  readonly #box: Outbox<What> = new Outbox<What>({
    prefix: PREFIX,
    store: ownStore(),
    due: (entries) => due(entries, this.race),
    tries: () => TRIES,
    settled: (entries) => settled(entries, this.race),
    ready: () => this.session !== null && this.session?.may.includes("split") !== false,
    onsignin: () => void this.#whoIsIt(),
  });
  /** Who is signed in; null where nobody can be, undefined while it is not known. */
  session: Session | null | undefined = $state.raw(undefined);
  /** Somebody who takes times was signed in while the page is open. */
  wasIn: boolean = $state(false);
  /** Milliseconds by which an instant may be wrong; null while the clock is measured. */
  error: number | null = $state(null);
  line: Line = $state("finish");
  advance: Advance = $state("stay");
  /** The time whose bib is asked for, if somebody chose one. */
  chosen: string = $state("");
  said: string = $state("");
  /** How often something was taken since the page was opened. */
  presses: number = $state(0);
  #at: number = $state(-1);
  #isMeasuring = false;
  #measuredAt = Number.NEGATIVE_INFINITY;

  readonly race = $derived(this.link.snapshot);
  readonly mayTake = $derived(this.session?.may.includes("split") ?? this.session === undefined);
  readonly way: Way = $derived(!this.mayTake ? "sign-in" : this.#box.reached && this.link.connection === "live" ? "free" : "network");
  readonly rows: readonly Row[] = $derived(this.race === null ? [] : rows(this.entries, this.race, this.way));
  readonly waiting: readonly Row[] = $derived(waiting(this.rows));
  /** The oldest that has no bib, as runners are named in the order in which they came. */
  readonly asking: Row | null = $derived(this.rows.find(({ key }) => key === this.chosen) ?? this.waiting.at(-1) ?? null);
  readonly left: number = $derived(left(this.entries, this.race?.race.id ?? ""));
  readonly unsent: number = $derived(this.entries.filter(({ what, state }) => what.kind === "press" && state === "waiting").length);
  readonly points: readonly Point[] = $derived.by(() => {
    const race = this.race;
    return race === null ? [] : points(race.race.event.distance_m, race.track.lap_m, this.line, race.track.open);
  });
  readonly isOneLine: boolean = $derived.by(() => {
    const race = this.race;
    return race === null || isOneLine(race.race.event.distance_m, race.track.lap_m, race.track.open);
  });
  readonly at: number = $derived(this.#at < 0 || this.#at >= this.points.length ? (this.advance === "stay" ? this.points.length - 1 : 0) : this.#at);
  readonly lastDone = $derived(this.race === null ? null : last(this.entries, this.race.race.id));
  /** Why no time is taken now; empty where one is. Without news nobody knows that there was no gun. */
  readonly closed: string = $derived.by(() => {
    if (this.race === null) return say("stopwatch-no-race");
    const why = sayOr(`stopwatch-closed-${this.race.state}`, "");
    return this.link.connection !== "live" && this.race.clock.gun_unix_ns === null && this.race.state !== "aborted" ? "" : why;
  });

  get entries(): Entries {
    return this.#box.entries;
  }

  get keeps(): boolean {
    return this.#box.keeps;
  }

  start(): () => void {
    const end = this.link.start();
    const shut = this.#box.start();
    const looks = setInterval(() => this.#look(), LOOK_MS);
    const asks = setInterval(() => void this.#whoIsIt(), SIGNED_IN_MS);
    const back = () => {
      if (document.visibilityState === "visible") this.#again();
    };
    document.addEventListener("visibilitychange", back);
    addEventListener("online", back);
    this.#again();
    return () => {
      end();
      shut();
      clearInterval(looks);
      clearInterval(asks);
      document.removeEventListener("visibilitychange", back);
      removeEventListener("online", back);
    };
  }

  choose(at: number): void {
    this.#at = at;
  }

  /** A time, at the instant at which the browser stamped the event. */
  press(stamp: number): void {
    const race = this.race;
    const point = this.points[this.at];
    if (race === null || point === undefined || this.closed !== "") {
      this.said = this.closed;
      return;
    }
    const moment = momentOf(stamp, performance.now(), performance.timeOrigin, Date.now());
    const instant = { at_unix_ns: null, ...stamped(this.link.clock.measured, moment) };
    const metres = point.metres;
    this.presses += 1;
    this.#add({ kind: "press", metres, distance: distanceOf(point), moment, ...instant });
    const [row] = this.rows;
    const where = point.finish ? say("column-finish") : metresText(metres);
    this.said = row === undefined || row.text === "" ? say("stopwatch-said-kept", { point: where }) : say("stopwatch-said-split", { time: row.text, point: where });
    const here = this.rows.filter((one) => one.own && one.metres === metres && one.mark !== "refused").length;
    const running = race.runners.filter(({ status }) => status === null).length;
    this.#at = after(this.points, this.at, this.advance, here, running);
  }

  /** The time that is asked about is this runner's. */
  give(bib: string): void {
    const row = this.asking;
    if (row === null) return;
    this.#add({ kind: "give", of: row.key, bib, over: row.over });
    this.chosen = "";
    this.said = say("stopwatch-said-gave", { bib });
  }

  /** The time that is asked about was none. */
  strike(): void {
    const row = this.asking;
    if (row === null) return;
    this.#add({ kind: "strike", of: row.key, over: row.over, reason: say("stopwatch-strike-reason"), undoes: false });
    this.chosen = "";
    this.said = say("stopwatch-said-struck");
  }

  undo(): void {
    const what = this.lastDone?.what;
    if (this.race === null || what === undefined) return;
    if (what.kind === "press") this.#at = this.points.findIndex(({ metres }) => metres === what.metres);
    else if (what.kind !== "back") this.chosen = what.of;
    this.#box.change(undone(this.entries, this.race.race.id, Date.now(), newKey));
    this.said = say("stopwatch-said-undone");
    this.pump();
  }

  /** Send what can be sent now, one after another. */
  pump(): void {
    this.#box.pump();
  }

  #add(what: What): void {
    const race = this.race;
    if (race !== null) this.#box.add(race.race.id, what);
  }

  #again(): void {
    void this.#whoIsIt();
    this.#look();
    this.pump();
  }

  async #whoIsIt(): Promise<void> {
    const found = await session();
    if (found === undefined) return;
    this.session = found;
    this.wasIn ||= this.mayTake;
    this.pump();
  }

  /** How good the clock is now; anew where the phone has slept. */
  #look(): void {
    const now: Moment = momentOf(performance.now(), performance.now(), performance.timeOrigin, Date.now());
    const measured = this.link.clock.measured;
    if (measured === null || !holds(measured, now)) {
      this.error = null;
      void this.#measure();
      return;
    }
    this.error = errorAt(measured, now);
    this.#fix();
  }

  async #measure(): Promise<void> {
    const now = performance.now();
    if (this.#isMeasuring || this.link.connection === "offline" || now - this.#measuredAt < MEASURE_MS) return;
    this.#isMeasuring = true;
    this.#measuredAt = now;
    try {
      await this.link.clock.synchronise(FEW);
    } finally {
      this.#isMeasuring = false;
    }
  }

  /** Instants that have waited for the clock to be measured. */
  #fix(): void {
    const measured = this.link.clock.measured;
    if (measured === null) return;
    let fixed = this.entries;
    for (const entry of this.entries) {
      if (entry.what.kind !== "press" || entry.what.at_unix_ns !== null || entry.state !== "waiting") continue;
      fixed = put(fixed, { ...entry, what: { ...entry.what, at_unix_ns: unixNsLate(measured, entry.what.moment) } });
    }
    if (fixed !== this.entries) {
      this.#box.change(fixed);
      this.pump();
    }
  }
}
