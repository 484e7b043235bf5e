import type { Act } from "../desk/acts.ts";
import { Desk } from "../desk/desk.svelte.ts";
import type { Answer, Ask, Terms } from "../desk/asking.ts";
import { Link } from "../live/link.svelte.ts";
import type { Change, Conflict, RaceState, Snapshot } from "../live/protocol.ts";
import { Notices } from "../shell/notices.svelte.ts";
import { momentOf, raceSeconds, stamped, timeText } from "../race/instant.ts";
import { distanceOf, points, type Point } from "../race/points.ts";
import { pointText } from "../words/format.ts";
import { say } from "../words/index.ts";
import { understood } from "../words/understood.ts";
import { asking, crossings, moved, shown, type Crossing, type Show } from "./crossings.ts";
import { Drafts } from "./drafts.svelte.ts";
import { bibField } from "./fields.ts";
import { FORMS, made, type FieldName, type FormName, type Made, type Sent, type Typed, type Wrong } from "./forms.ts";
import { Hand } from "./hand.svelte.ts";

const TICK_MS = 100;
const NS_PER_MS = 1e6;
/** What would come as a surprise if it came late. */
const SOON_MS = 4000;

/** Something on its way: it is not in the race yet. */
export interface OnItsWay {
  readonly id: string;
  /** Of a time the time, and where; else what is asked. */
  readonly text: string;
  readonly point: string;
  readonly for: "answer" | "network" | "sign-in";
}

/**
 * The timer's desk: what is seen, what is chosen, what is typed, what is asked.
 * Times are taken, and starts and stops are those, of the race on the track; all else is about the race in hand,
 * which is that one until another of the session is taken in hand to put it right.
 */
export class Timer {
  readonly link: Link = new Link();
  readonly desk: Desk = new Desk(this.link);
  readonly hand: Hand = new Hand(this.link);
  readonly notices: Notices = new Notices();
  seconds: number | null = $state(null);
  /** Key of the crossing that is chosen. */
  chosen: string = $state("");
  show: Show = $state("all");
  /** Where times are taken, as an index of `points`; the finish before anybody chose. */
  at: number = $state(-1);
  /** The bib of the time that waits, so far. */
  bib: string = $state("");
  bibWhy: string = $state("");
  /** The form that is open; empty for none. */
  form: FormName | "" = $state("");
  wrong: Wrong = $state({});
  /** Why the form was refused, in the engine's words; and what others did meanwhile. */
  refused: readonly string[] = $state.raw([]);
  #last: Crossing | null = $state.raw(null);
  /** Id of the race that was in hand until now. */
  #before = "";
  readonly #drafts = new Drafts();
  /** Of which race something was asked from here last. */
  #asked = "";

  /** The race on the track. */
  readonly on: Snapshot | null = $derived(this.hand.on);
  /** The race in hand; null before it was heard. */
  readonly race: Snapshot | null = $derived(this.hand.race);
  readonly state: RaceState = $derived(this.race?.state ?? "idle");
  readonly crossings: readonly Crossing[] = $derived(this.race === null ? [] : crossings(this.race));
  readonly shown: readonly Crossing[] = $derived(shown(this.crossings, this.show));
  /** The chosen one; between two deltas it may stand nowhere, and is then as it was. */
  readonly one: Crossing | null = $derived(this.crossings.find(({ key }) => key === this.chosen) ?? (this.#last?.key === this.chosen ? this.#last : null));
  /** Whether the time whose bib is asked for is the chosen one of a race in hand that is not on the track. */
  readonly asksHere: boolean = $derived(this.hand.isOther && this.one?.standing === "waiting");
  /** The time whose bib is asked for: of the race on the track, or else the chosen one. */
  readonly waiting: Crossing | null = $derived.by(() => {
    if (this.asksHere) return this.one;
    return this.on === null ? null : asking(this.hand.isOther ? crossings(this.on) : this.crossings, this.chosen);
  });
  readonly points: readonly Point[] = $derived.by(() => {
    const race = this.on;
    return race === null ? [] : points(race.race.event.distance_m, race.track.lap_m, "finish", race.track.open);
  });
  readonly point: Point | null = $derived(this.points[this.at < 0 ? this.points.length - 1 : this.at] ?? this.points.at(-1) ?? null);
  readonly onItsWay: readonly OnItsWay[] = $derived.by(() => {
    const race = this.on;
    if (race === null) return [];
    const { gun_unix_ns: gun, rate } = race.clock;
    return this.desk.pending.map(({ id, ask, race: of, for: what }) => {
      const where = of === race.race.id ? "" : this.hand.nameOf(of);
      if (ask.do !== "split") return { id, text: say(`act-${ask.do}`), point: [ask["bib"] ?? "", where].filter((part) => part !== "").join(" \u00b7 "), for: what };
      const at = Number(ask["at_unix_ns"] ?? 0);
      const text = gun === null || at === 0 ? say("act-split") : timeText(raceSeconds(at, gun, rate));
      return { id, text, point: String(ask["distance"] ?? say("point-finish")), for: what };
    });
  });

  start(): () => void {
    const ends = [this.link.start(), this.desk.start()];
    const ticks = setInterval(() => (this.seconds = this.link.seconds()), TICK_MS);
    return () => {
      clearInterval(ticks);
      for (const end of ends) end();
    };
  }

  /** The race was told something. */
  told(): void {
    this.desk.pump();
    this.hand.told();
    if (this.hand.id !== "" && this.hand.id !== this.#before) this.#inHand();
    this.#last = this.one;
  }

  /** What was chosen and opened was of another race. */
  #inHand(): void {
    if (this.#before !== "") {
      if (this.form !== "") this.notices.note(say("timer-another", { name: this.hand.nameOf(this.hand.id) }));
      this.close();
      this.chosen = "";
    }
    this.#before = this.hand.id;
  }

  /** What was typed into the form that is open, about the crossing that is chosen where it is about one. */
  get typed(): Typed {
    return this.#drafts.of(this.#draft);
  }

  /** It is on its way. */
  get isAsking(): boolean {
    return this.#drafts.asking.has(this.#draft);
  }

  /** Which draft is open. */
  get #draft(): string {
    const isAbout = FORMS.some(({ name, about }) => name === this.form && about);
    return [this.hand.id, this.form, ...(isAbout ? [this.chosen] : [])].join(" ");
  }

  /** Whoever was signed in goes on: what is asked waits for the code. */
  may(act: Act): boolean {
    return this.desk.may(act) || (this.desk.isOut && this.desk.wasIn);
  }

  /** A time, at the instant at which the browser stamped the key or the pointer. */
  async split(stamp: number): Promise<void> {
    const { point, on } = this;
    if (on === null || point === null) return;
    const distance = distanceOf(point);
    await this.#ask({ do: "split", ...(distance === "" ? {} : { distance }), ...this.#instant(stamp), source: "timer desk" }, { race: on.race.id });
  }

  /** An instant of the page's clock on that of the engine. */
  #instant(stamp: number): Sent {
    const moment = momentOf(stamp, performance.now(), performance.timeOrigin, Date.now());
    return { at_unix_ns: Math.round(this.link.clock.now() * NS_PER_MS), ...stamped(this.link.clock.measured, moment) };
  }

  /** The time that waits is this runner's. */
  async assign(): Promise<void> {
    const { waiting } = this;
    const race = this.asksHere ? this.race : this.on;
    if (race === null) return;
    const bib = bibField(this.bib, race.runners.map((runner) => runner.bib));
    this.bibWhy = waiting === null ? "timer-why-none-waits" : (bib.why ?? "");
    if (this.bibWhy !== "" || bib.value === undefined || waiting === null) return;
    const typed = this.bib;
    this.bib = "";
    const answer = await this.#ask({ do: "reassign", what: waiting.key, bib: bib.value }, { again: true, race: race.race.id });
    if (!answer.done && this.bib === "") this.bib = typed;
  }

  choose(key: string): void {
    this.chosen = key;
  }

  move(by: number): void {
    this.chosen = moved(this.shown.map(({ key }) => key), this.chosen, by);
  }

  movePoint(by: number): void {
    const at = this.at < 0 ? this.points.length - 1 : this.at;
    this.at = Math.min(Math.max(at + by, 0), this.points.length - 1);
  }

  /** A form is opened, with what was typed there before; of a crossing with what it is. */
  open(name: FormName): void {
    const form = FORMS.find((one) => one.name === name);
    if (form === undefined) return;
    if (this.desk.session != null && !this.may(form.act)) {
      this.notices.refuse(say("timer-not-yours", { what: say(`timer-form-${name}`) }));
      return;
    }
    if (form.about && this.one === null) {
      this.notices.refuse(say("timer-choose-first"));
      return;
    }
    this.form = name;
    this.wrong = {};
    this.refused = [];
  }

  close(): void {
    this.form = "";
    this.wrong = {};
    this.refused = [];
  }

  type(field: FieldName, text: string): void {
    if (this.form === "") return;
    this.#drafts.write(this.#draft, { ...this.typed, [field]: text });
    if (this.wrong[field] !== undefined) this.wrong = { ...this.wrong, [field]: undefined };
  }

  /** Whether what was typed can be asked; what is wrong with it is said beside it. */
  isWhole(): boolean {
    return this.#made()?.ask !== undefined;
  }

  /** What was typed is asked; what is wrong with it is said beside it, and nothing of it is lost. */
  async submit(): Promise<void> {
    if (this.form === "" || this.isAsking) return;
    const { form } = this;
    const race = this.hand.id;
    const draft = this.#draft;
    const ask = this.#made()?.ask;
    if (ask === undefined) return;
    this.#drafts.asking.add(draft);
    const answer = await this.#send(ask, { ...this.#terms(), ...(form === "started" ? { within: SOON_MS } : {}) });
    this.#drafts.asking.delete(draft);
    const isHere = this.form === form && this.#draft === draft;
    if (answer.done) {
      this.#drafts.drop(draft);
      if (isHere) this.close();
      this.notices.note(answer.text === "" ? say("timer-done") : answer.text.split("; ").map(understood).join("; "));
    } else if (isHere) this.refused = whyNot(answer);
    else this.#tell(answer, this.hand.nameOf(race));
  }

  /** What comes of what was typed; of a race that is not run any more a time by hand is typed, not taken. */
  #made(): Made | null {
    const { form, race } = this;
    if (form === "") return null;
    this.refused = race === null ? [say("timer-hand-fetching")] : [];
    const found = race === null ? null : made(form, this.typed, race, this.chosen, this.hand.isOther ? null : this.#instant(performance.now()));
    this.wrong = found?.wrong ?? {};
    return found;
  }

  restore(): void {
    if (this.one === null) this.notices.refuse(say("timer-choose-first"));
    else if (this.one.standing === "struck") void this.#askHere({ do: "restore", what: this.one.key });
    else this.notices.refuse(say("timer-not-struck"));
  }

  /** Take back what stands in a line of the journal; without one the last that can be, where something was done last. */
  undo(line = 0): void {
    const race = this.#asked === this.on?.race.id && line === 0 ? this.#asked : this.hand.id;
    if (race === this.hand.id) void this.#askHere({ do: "undo", line });
    else void this.#ask({ do: "undo", line }, { race }).then(({ done }) => done && this.notices.note(say("timer-undone-in", { name: this.hand.nameOf(race) })));
  }

  settle({ key }: Conflict, take: boolean): void {
    void this.#askHere({ do: "settle", what: key, take });
  }

  do(act: "gun" | "finish" | "recall" | "unload"): void {
    void this.#ask({ do: act }, act === "gun" || act === "recall" ? { within: SOON_MS } : {});
  }

  load(race: string): void {
    void this.#ask({ do: "load" }, { race });
  }

  /** Of the race in hand, as it is shown. */
  async #askHere(ask: Ask): Promise<void> {
    if (this.race === null) this.notices.refuse(say("timer-hand-fetching"));
    else await this.#ask(ask, this.#terms());
  }

  #terms(): Terms {
    return { race: this.hand.id, ...(this.hand.isOther ? { seen: this.race?.revision ?? 0 } : {}) };
  }

  /** What is not done is told. */
  async #ask(ask: Ask, terms: Terms = {}): Promise<Answer> {
    const answer = await this.#send(ask, terms);
    if (!answer.done) this.#tell(answer);
    return answer;
  }

  async #send(ask: Ask, terms: Terms): Promise<Answer> {
    this.#asked = terms.race ?? this.on?.race.id ?? "";
    const answer = await this.desk.ask(ask, terms);
    this.desk.pump();
    return answer;
  }

  #tell(answer: Answer, name = ""): void {
    const [first = "", ...others] = whyNot(answer);
    this.notices.refuse(name === "" ? first : `${name}: ${first}`, others);
  }
}

/** Why something was not done: the words of the engine, or that nobody answered; and what others did since. */
function whyNot({ text, code, since = [] }: Answer): readonly string[] {
  // What changed a race that is not on the track is known in the words of the engine alone.
  if (code === "changed") return [say("timer-changed"), ...(since.length > 0 ? since.map(changeText) : text.split("; ").map(understood))];
  if (code === "unanswered" || code === "withdrawn") return [say(`timer-${code}`)];
  return text.split("; ").map(understood);
}

export const changeText = ({ text, by, reason }: Change): string => [understood(text), by, understood(reason)].filter((part) => part !== "").join(", ");

/** "1:45.00 finish, 7 Ada Young"; without a name while nobody has said whose it is. */
export function crossingText({ text, metres, bib, name }: Crossing, race: number): string {
  const what = `${text} ${pointText(metres, race)}`;
  return bib === "" ? what : `${what}, ${bib} ${name}`;
}
