import type { Link } from "../live/link.svelte.ts";
import { revisionOf } from "../live/revision.ts";
import { type Act } from "./acts.ts";
import { answerOf, due, isKept, laneOf, lasts, triesOf, type Answer, type Ask, type Asking, type Terms } from "./asking.ts";
import { madeAt, put, type Entry } from "./entry.ts";
import { ownStore } from "./keep.ts";
import { Outbox } from "./outbox.svelte.ts";
import { session, signIn, type Reply, type Session } from "./server.ts";

const PREFIX = "pacelight.desk.1.";
const SIGNED_IN_MS = 15_000;
/** Where no race is known: of what stops the lamps the engine asks for none. */
const NO_RACE = "-";

/** Something that was asked and is not answered yet. */
export interface Pending {
  readonly id: string;
  readonly ask: Ask;
  /** Of which race. */
  readonly race: string;
  /** Unix milliseconds of this machine. */
  readonly since: number;
  /** What it waits for. */
  readonly for: "answer" | "network" | "sign-in";
}

/** Whoever works a page asks here: nothing is lost, nothing done twice, and a refusal is an answer. */
export class Desk {
  /** Who is signed in, a spectator if nobody is; null where nobody can be, undefined while it is not known. */
  session: Session | null | undefined = $state.raw(undefined);
  /** Somebody was signed in while the page is open. */
  wasIn: boolean = $state(false);
  readonly #link: Link;
  readonly #own: Map<string, number> = new Map();
  readonly #answers: Map<string, (answer: Answer) => void> = new Map();
  readonly #box: Outbox<Asking>;

  constructor(link: Link) {
    this.#link = link;
    this.#box = new Outbox<Asking>({
      prefix: PREFIX,
      store: ownStore(),
      keeps: isKept,
      lasts,
      lane: laneOf,
      due: (entries, lane) => due(entries, lane, this.#link.snapshot, this.#own),
      tries: triesOf,
      ready: () => this.session !== null && this.session?.role !== "spectator",
      onsignin: () => void this.#whoIsIt(),
      onreply: (entry, reply) => this.#replied(entry, reply),
    });
  }

  /** What waits for an answer, the oldest first. */
  get pending(): readonly Pending[] {
    const open = this.#box.entries.filter(({ state }) => state === "waiting");
    return open.map((one) => ({ id: one.id, ask: one.what.ask, race: one.race, since: madeAt(one), for: this.#waitsFor() }));
  }

  /** Nobody is signed in who could be. */
  get isOut(): boolean {
    return this.session?.role === "spectator";
  }

  /** The browser keeps what it is told to. */
  get keeps(): boolean {
    return this.#box.keeps;
  }

  start(): () => void {
    const shut = this.#box.start();
    const asks = setInterval(() => void this.#whoIsIt().then(() => this.pump()), SIGNED_IN_MS);
    const back = (): void => {
      if (document.visibilityState === "visible") void this.#whoIsIt();
    };
    document.addEventListener("visibilitychange", back);
    addEventListener("online", back);
    void this.#whoIsIt();
    return () => {
      shut();
      clearInterval(asks);
      document.removeEventListener("visibilitychange", back);
      removeEventListener("online", back);
    };
  }

  may(act: Act): boolean {
    return this.session?.may.includes(act) ?? false;
  }

  /** Ask something; it goes out again, the same, for as long as nothing answers. */
  ask(ask: Ask, terms: Terms = {}): Promise<Answer> {
    const race = terms.race ?? this.#link.snapshot?.race.id ?? NO_RACE;
    const seen = terms.seen ?? revisionOf(this.#link.snapshot, race);
    return new Promise((resolve) => {
      const { id } = this.#box.add(race, { kind: "ask", ask, seen, again: terms.again ?? false });
      this.#answers.set(id, resolve);
      if (terms.within !== undefined) setTimeout(() => this.withdraw(id, "unanswered"), terms.within);
    });
  }

  /** Ask it no more. Whether it was done is then seen in the race alone. */
  withdraw(id: string, why = ""): void {
    const entry = this.#box.entries.find((one) => one.id === id);
    if (entry?.state !== "waiting") return;
    this.#settle({ ...entry, state: "withdrawn", why });
  }

  /** Sign in with a code, in place; empty, or why nobody was let in. */
  async signIn(code: string): Promise<string> {
    const found = await signIn(code);
    if (typeof found === "string") return found;
    this.#is(found);
    return "";
  }

  /** The race was told: what waited for that goes out. */
  pump(): void {
    this.#box.pump();
  }

  #waitsFor(): Pending["for"] {
    if (this.isOut || this.session === null) return "sign-in";
    return this.#box.reached && this.#link.connection === "live" ? "answer" : "network";
  }

  #replied(entry: Entry<Asking>, reply: Reply): void {
    const base = Math.max(entry.what.seen ?? 0, this.#own.get(entry.race) ?? 0, entry.seen ?? 0);
    if (reply.kind === "answer" && reply.done && reply.revision === base + 1) this.#own.set(entry.race, reply.revision);
    this.#tell(entry);
  }

  #settle(entry: Entry<Asking>): void {
    this.#box.change(put(this.#box.entries, entry));
    this.#tell(entry);
  }

  #tell(entry: Entry<Asking>): void {
    const answer = answerOf(entry, this.#link.snapshot);
    if (answer === null) return;
    this.#answers.get(entry.id)?.(answer);
    this.#answers.delete(entry.id);
  }

  async #whoIsIt(): Promise<void> {
    const found = await session();
    if (found !== undefined) this.#is(found);
  }

  #is(found: Session | null): void {
    const before = this.session?.id;
    this.session = found;
    const isIn = found !== null && found.role !== "spectator";
    this.wasIn ||= isIn;
    if (isIn) this.#refuse(found);
    if (found?.id !== before) this.pump();
  }

  /** What whoever is signed in may not ask is not asked for ever. */
  #refuse(found: Session): void {
    for (const entry of this.#box.entries) {
      if (entry.state !== "waiting" || entry.sent === 0 || found.may.includes(actOf(entry.what.ask))) continue;
      this.#settle({ ...entry, state: "refused", why: entry.why });
    }
  }
}

/** As the table of rights has it. */
function actOf(ask: Ask): string {
  if (ask.do === "arm" && ask["override"] === true) return "override";
  return ask.do === "gun" && Number(ask["ago_ns"] ?? 0) !== 0 ? "started" : ask.do;
}
