import { Desk } from "../desk/desk.svelte.ts";
import type { Act } from "../desk/acts.ts";
import type { Answer, Ask, Terms } from "../desk/asking.ts";
import { silence } from "../desk/server.ts";
import { Link } from "../live/link.svelte.ts";
import type { Light, Output, RaceState } from "../live/protocol.ts";
import { momentOf, stamped } from "../race/instant.ts";
import { Notices } from "../shell/notices.svelte.ts";
import { lightSeconds } from "../track/plan.ts";
import { isUnderWay, leader } from "../track/projection.ts";
import { say } from "../words/index.ts";
import { understood } from "../words/understood.ts";
import { lastCheck } from "./checks.ts";
import { previewed, secondsOf } from "./plans.ts";
import { isSeen, withLamps, type PressedAct } from "./pressed.ts";
import { STEPS, type Steps } from "./steps.ts";

const TICK_MS = 100;
/** A start that nobody has answered for so long is asked for no more: it would come as a surprise. */
const START_MS = 4000;
/** So long after a start or an arming no other start is taken: a key that bounces starts nothing. */
const LOCKED_OUT_MS = 1000;
/** What would come as a surprise if it came late. */
const SOON: ReadonlySet<Act> = new Set<Act>(["arm", "gun", "go-on", "light", "hold", "recall", "finish", "show"]);
const OUTPUTS = 8;
const ASK_AFTER_MS = 5000;
/** Each console is heard every 15 seconds while it is open: two times were missed. */
const SILENT_S = 35;
/** Seconds a lap of one nudge. */
export const NUDGE_S = 0.1;

/** The operator's console: what is seen, what is chosen, what is asked. */
export class Console {
  readonly link: Link = new Link();
  readonly desk: Desk = new Desk(this.link);
  readonly notices: Notices = new Notices();
  /** Unix milliseconds of the server, ten times a second. */
  now: number = $state(0);
  /** The light that the keys change. */
  chosen: string = $state("");
  /** A time that somebody types for the chosen light; seen on the track before it is sent. */
  wanted: string = $state("");
  isLocked: boolean = $state(false);
  pressed: PressedAct | null = $state.raw(null);
  /** For how many seconds whoever holds the lights was not heard; 0 where nobody would notice. */
  silent: number = $state(0);
  /** What was told of the lamps, the last few. */
  #outputs: readonly Output[] = [];
  #startedAt = Number.NEGATIVE_INFINITY;

  readonly race = $derived(this.link.snapshot);
  readonly state: RaceState = $derived(this.race?.state ?? "idle");
  readonly steps: Steps = $derived(STEPS[this.state]);
  readonly dark: boolean = $derived(this.race?.dark ?? false);
  readonly seconds: number | null = $derived.by(() => {
    void this.now;
    return this.race !== null && isUnderWay(this.state) ? this.link.seconds() : null;
  });
  /** The lights' own time. */
  readonly lightSeconds: number = $derived(this.seconds === null ? 0 : lightSeconds(this.race?.holds ?? [], this.seconds));
  readonly leader = $derived(this.race === null ? null : leader(this.race.runners));
  readonly light: Light | null = $derived(this.race?.lights.find(({ name }) => name === this.chosen) ?? this.race?.lights[0] ?? null);
  readonly checked = $derived(lastCheck(this.race?.changes ?? []));
  /** The chosen light as it would go for the time that is typed. */
  readonly preview: Light | null = $derived.by(() => {
    const [light, finish] = [this.light, secondsOf(this.wanted)];
    if (light === null || finish === null || this.race === null || !isUnderWay(this.state)) return null;
    return previewed(light, this.lightSeconds, finish, this.wanted, this.race.race.event.distance_m);
  });
  /** Who holds the lights: this console, another, or none. */
  readonly holds: "own" | "other" | "none" = $derived.by(() => {
    const holder = this.race?.holder ?? null;
    if (holder === null) return "none";
    return holder.client === this.desk.session?.client ? "own" : "other";
  });

  start(): () => void {
    this.link.onhear = (told) => {
      if (told.kind === "delta" && told.delta.type === "output") this.#outputs = [...this.#outputs, told.delta].slice(-OUTPUTS);
    };
    const ends = [this.link.start(), this.desk.start()];
    const ticks = setInterval(() => (this.now = this.link.clock.now()), TICK_MS);
    const asks = setInterval(() => void this.#askAfterHolder(), ASK_AFTER_MS);
    return () => {
      clearInterval(ticks);
      clearInterval(asks);
      for (const end of ends) end();
    };
  }

  /** The race was told something. */
  told(): void {
    this.desk.pump();
    if (this.pressed !== null) this.pressed = this.#outputs.reduce(withLamps, this.pressed);
  }

  async ask(ask: Ask, terms: Terms = {}): Promise<Answer> {
    const at = this.link.clock.now();
    if (isSeen(ask.do)) this.pressed = { act: ask.do, at, answered: null, shown: null };
    const within = SOON.has(ask.do) ? { within: START_MS } : {};
    const answer = await this.desk.ask(ask, { ...within, ...terms });
    if (this.pressed?.at === at) this.pressed = { ...this.pressed, answered: this.link.clock.now() };
    this.told();
    this.#say(ask, answer);
    return answer;
  }

  do(act: Act): void {
    void this.ask({ do: act });
  }

  check(): void {
    this.do("check");
  }

  /** Only when armed, once, and not within the bounce of a key. */
  go(): void {
    const now = performance.now();
    if (this.state !== "armed" || now - this.#startedAt < LOCKED_OUT_MS) return;
    this.#startedAt = now;
    void this.ask({ do: "gun", ...this.#stamped() });
  }

  arm(): void {
    this.#startedAt = performance.now();
    this.do("arm");
  }

  override(reason: string): Promise<Answer> {
    this.#startedAt = performance.now();
    return this.ask({ do: "arm", override: true, reason });
  }

  /** The lights stand; or they go on. */
  hold(): void {
    this.do(this.state === "held" ? "go-on" : "hold");
  }

  /** The lamps come back. */
  lit(): void {
    this.do("light");
  }

  /** Between races, what means nothing; empty for what the race has. */
  show(look: string): void {
    if (this.desk.may("show")) void this.ask({ do: "show", ...(look === "" ? {} : { look }) });
  }

  /** A tenth of a second a lap faster or slower, from the next line on. */
  nudge(by: -1 | 1): void {
    if (this.light !== null) void this.ask({ do: "nudge", light: this.light.name, by_ms: by * NUDGE_S * 1000 });
  }

  /** The chosen light goes for the time that is typed; back to its plan where none is. */
  async replan(mark: string): Promise<void> {
    if (this.light === null) return;
    const answer = await this.ask({ do: "replan", light: this.light.name, ...(mark === "" ? {} : { mark }) });
    if (answer.done) this.wanted = "";
  }

  /** The next light, for the keys. */
  choose(by: -1 | 1): void {
    const names = this.race?.lights.map(({ name }) => name) ?? [];
    const at = names.indexOf(this.light?.name ?? "");
    if (names.length > 0) this.chosen = names[(at + by + names.length) % names.length] ?? "";
  }

  /** A time by hand, for a bib that is said later, where the leader passes the line next. */
  split(): void {
    const race = this.race;
    if (race === null) return;
    const { distance_m: distance } = race.race.event;
    const known = this.leader?.splits.reduce((most, one) => Math.max(most, one.distance_m), 0) ?? 0;
    const lap = race.track.open || race.track.lap_m <= 0 ? distance : race.track.lap_m;
    const left = Math.ceil((distance - known) / lap - 1e-6) - 1;
    const at = Math.round((distance - Math.max(0, left) * lap) * 1000) / 1000;
    const where = at >= distance ? {} : { distance: `${at} m` };
    const about = Math.round(this.link.clock.now() * 1000) * 1000;
    void this.ask({ do: "split", ...where, at_unix_ns: about, ...this.#stamped(), source: "console" });
  }

  undo(line = 0): void {
    void this.ask({ do: "undo", line });
  }

  load(race: string): void {
    void this.ask({ do: "load" }, { race });
  }

  takeLights(over: boolean): void {
    void this.ask({ do: "take-lights", over });
  }

  /** This instant on the clock of the engine, and how well that is known. */
  #stamped(): ReturnType<typeof stamped> {
    const now = performance.now();
    return stamped(this.link.clock.measured, momentOf(now, now, performance.timeOrigin, Date.now()));
  }

  #say(ask: Ask, answer: Answer): void {
    const act = say(`act-${ask.do}`);
    if (answer.done) {
      this.notices.clear();
      return;
    }
    if (answer.code === "unanswered" || answer.code === "withdrawn") this.notices.refuse(say("console-unanswered", { act }));
    else if (answer.code === "changed") {
      this.notices.refuse(say("console-changed", { act }), (answer.since ?? []).map(({ text, by }) => `${understood(text)}${by === "" ? "" : `, ${by}`}`));
    } else this.notices.refuse(say("console-refused", { act }), answer.text.split("; ").filter((line) => line !== "").map(understood));
  }

  async #askAfterHolder(): Promise<void> {
    const holder = this.holds === "other" ? this.race?.holder : null;
    const seconds = holder ? await silence(holder.client) : 0;
    if (seconds !== null) this.silent = seconds >= SILENT_S ? seconds : 0;
  }
}
