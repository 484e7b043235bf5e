/** The live protocol, as `docs/reference/live-protocol.md` describes it. Metres, seconds, ISO days. */

export interface Mark {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly precision: number;
}

export type RaceState =
  | "idle"
  | "loaded"
  | "checked"
  | "armed"
  | "running"
  | "held"
  | "finished"
  | "official"
  | "recalled"
  | "aborted";

export interface Race {
  readonly id: string;
  readonly name: string;
  readonly event: { readonly code: string; readonly name: string; readonly distance_m: number };
  readonly sex: string;
  readonly day: string;
  readonly venue: string;
  readonly competition: string;
}

export interface Track {
  readonly name: string;
  readonly lap_m: number;
  readonly start_s: number;
  /** The kerb: rows of metres of the lap, x, y. */
  readonly outline: readonly (readonly [number, number, number])[];
  readonly lamps: readonly number[];
  /** Whether it has two ends, so that nothing comes round again. */
  readonly open: boolean;
  /** Where the race leaves the lap: metres run, metres of the lap from the start, metres of it for each run. */
  readonly way: readonly (readonly [number, number, number])[];
}

export interface Clock {
  readonly gun_unix_ns: number | null;
  readonly rate: number;
  readonly server_unix_ns: number;
  /** What said when the gun was; empty before it. */
  readonly source?: string;
  /** By how much that may be wrong, milliseconds; null where nobody can say. */
  readonly error_ms?: number | null;
}

/** Start second, start metre, speed, acceleration. */
export type Piece = readonly [number, number, number, number];

export type Pattern = "comet" | "solid" | "dashed" | "blinking";

export interface Light {
  readonly name: string;
  readonly label: string;
  readonly colour: string;
  /** Metres behind the leading edge, which is where the plan is, that shine fully. */
  readonly head_m: number;
  /** Metres behind the head, along which a comet fades to nothing. */
  readonly tail_m: number;
  readonly pattern: Pattern;
  /** Of a dashed light, the length of a dash and of the dark after it. */
  readonly dash_m: number;
  /** Where lights cover one another the higher one is seen, else the one named first. */
  readonly priority: number;
  readonly mark: Mark;
  readonly athlete: string | null;
  readonly as_of: string | null;
  readonly pieces: readonly Piece[];
  readonly finish_s: number;
}

export type LookName =
  | "idle"
  | "armed"
  | "countdown"
  | "start"
  | "running"
  | "ahead"
  | "behind"
  | "false-start"
  | "recall"
  | "record"
  | "finish"
  | "abort"
  | "dark"
  | "clap"
  | "chase"
  | "presentation"
  | "walk";

/** What the lamps show, lights that stand or run included. */
export interface Look {
  readonly name: LookName;
  readonly begin_unix_ns: number;
  readonly at_m: number;
  readonly length_m: number;
  /** After which it is over; 0 for as long as nothing else is told. */
  readonly seconds: number;
  readonly colour: string;
  readonly lights: "stand" | "run" | null;
  /** Of a walk the lamps that are lit, by their numbers, across the end of the lap where the last comes before the first. */
  readonly first?: number | null;
  readonly last?: number | null;
  readonly blinks?: boolean;
  /** Beats of a clap-along. */
  readonly per_minute?: number;
}

export interface Split {
  readonly distance_m: number;
  readonly elapsed_s: number;
  readonly text: string;
  readonly official: boolean;
  readonly method: string;
  /** By which it can be put right. */
  readonly key?: string;
  /** Who or what took it. */
  readonly source?: string;
  /** By how much it may be wrong; null where nobody can say. */
  readonly error_ms?: number | null;
}

export interface Gap {
  readonly light: string;
  readonly distance_m: number;
  readonly gap_s: number;
  readonly gap_m: number;
}

export interface Result {
  readonly place: number | null;
  readonly mark: Mark | null;
}

/** A record beside a runner; `needs_s` is the slowest rest that breaks it. */
export interface RecordLine {
  readonly level: string;
  readonly label: string;
  readonly scope: string;
  readonly code: string;
  readonly mark: Mark;
  readonly gap_s: number;
  readonly gap_m: number;
  readonly chance: "on pace" | "in reach" | "out of reach" | "fell" | "stands";
  readonly needs_s: number | null;
  readonly words: string;
  /** What is left to run to where it is decided. */
  readonly rest_m?: number;
}

/** A runner at a point, and what may come of it. */
export interface Outlook {
  readonly distance_m: number;
  readonly elapsed_s: number;
  readonly projected: boolean;
  readonly even: Mark | null;
  readonly current: Mark | null;
  readonly calibrated: boolean;
  readonly lines: readonly RecordLine[];
}

export interface Runner {
  readonly bib: string;
  readonly name: string;
  readonly nation: string;
  readonly finish_only: boolean;
  readonly status: string | null;
  readonly splits: readonly Split[];
  readonly gaps: readonly Gap[];
  readonly result: Result | null;
  /** By which somebody is disqualified. */
  readonly rule?: string;
  readonly outlook?: Outlook | null;
  /** In the book. */
  readonly athlete_key?: string;
  /** How the name is said; empty where nobody has said. */
  readonly say?: string;
  readonly lane?: string;
  readonly club?: string;
}

export interface RecordFound {
  readonly level: string;
  readonly label: string;
  readonly scope: string;
  readonly code: string;
  readonly mark: Mark;
  readonly by_thousandths: number;
  readonly stood: Mark;
  readonly stood_since: string;
  readonly stood_by: readonly string[];
  readonly en_route: boolean;
  readonly athlete: string;
  readonly nation: string;
  readonly bib: string;
  readonly status: string;
  readonly equalled: boolean;
}

export interface Output {
  readonly frames: number;
  readonly late: number;
  readonly lateness_p99_ms: number;
  readonly target: string;
  readonly lateness_max_ms?: number;
  readonly controllers?: number;
  readonly troubled?: readonly Troubled[];
  /** When the lamps were last told another thing, and when the first frame of it had left; null until then. */
  readonly told_unix_ns?: number | null;
  readonly shown_unix_ns?: number | null;
}

/** A controller of lamps that is not reached, as the network of the engine sees it. */
export interface Troubled {
  readonly name: string;
  readonly state: "refusing" | "away";
  readonly since_unix_ns: number;
  readonly reason: string;
}

/** A standby or a light node that follows the engine. */
export interface Other {
  readonly name: string;
  readonly kind: "standby" | "node";
  readonly role: string;
  readonly behind: number;
  readonly offset_ms: number | null;
  readonly error_ms: number | null;
  readonly drift_ppm: number | null;
  readonly age_s: number;
}

export interface Clocks {
  readonly others: readonly Other[];
  readonly timing: string;
}

/** A stretch of the race in which the lights stood, race seconds; null while they stand. */
export interface Hold {
  readonly from_s: number;
  readonly to_s: number | null;
}

/** A time that stands in no split: it waits for a bib, was struck out, or cannot be. */
export interface Aside {
  readonly key: string;
  readonly bib: string;
  readonly distance_m: number;
  readonly elapsed_s: number;
  readonly text: string;
  readonly method: string;
  readonly source: string;
  readonly standing: "waiting" | "struck" | "refused";
  readonly why: string;
}

/** Somebody says something else than what stands; a person has to say which holds. */
export interface Conflict {
  readonly key: string;
  readonly bib: string;
  readonly source: string;
  readonly why: string;
  readonly says: string;
}

/** A race of the session. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly state: RaceState;
  readonly revision: number;
  readonly on: boolean;
  /** Of one that is not on the track, the last line of the journal that was about it: with another one it is another. */
  readonly line?: number;
  /** How much of it waits for a person: conflicts, and times without a bib. */
  readonly waits?: number;
}

/** A timing system, as it was last seen. */
export interface Source {
  readonly name: string;
  readonly state: string;
  readonly offset_ms: number | null;
  readonly error_ms: number | null;
  readonly why: string;
}

/** What somebody did to the race. */
export interface Change {
  readonly line: number;
  readonly revision: number;
  readonly act: string;
  readonly text: string;
  readonly by: string;
  readonly role: string;
  readonly reason: string;
  readonly undone: boolean;
}

/** A record that somebody of this race could break. */
export interface Stake {
  readonly level: string;
  readonly label: string;
  readonly scope: string;
  readonly code: string;
  readonly mark: Mark;
  readonly since: string;
  readonly holders: readonly string[];
  readonly en_route: boolean;
  readonly bibs: readonly string[];
}

/** A line of the start list of a race that is yet to come. */
export interface Entry {
  readonly bib: string;
  readonly name: string;
  readonly nation: string;
  readonly lane: string;
  readonly athlete_key: string;
  readonly say: string;
}

/** A race that was not loaded yet; of the next one alone who is entered. */
export interface Coming {
  readonly id: string;
  readonly name: string;
  readonly event: Race["event"];
  readonly sex: string;
  readonly day: string;
  readonly at: string;
  readonly entries: readonly Entry[];
}

/** Who operates the lights. */
export interface Holder {
  readonly client: string;
  readonly by: string;
}

export interface Snapshot {
  readonly schema: string;
  readonly seq: number;
  readonly boot: string;
  readonly state: RaceState;
  readonly race: Race;
  readonly track: Track;
  readonly clock: Clock;
  readonly lights: readonly Light[];
  readonly runners: readonly Runner[];
  readonly records: readonly RecordFound[];
  readonly output: Output;
  /** Which of two lights is seen where they overlap. */
  readonly blend: "cover" | "brighter";
  readonly look: Look | null;
  readonly clocks: Clocks;
  /** How many commands and corrections the race has taken. */
  readonly revision?: number;
  /** The lamps are blacked out. */
  readonly dark?: boolean;
  readonly holds?: readonly Hold[];
  readonly holder?: Holder | null;
  readonly races?: readonly Standing[];
  readonly aside?: readonly Aside[];
  readonly conflicts?: readonly Conflict[];
  readonly sources?: readonly Source[];
  readonly wind?: string;
  readonly changes?: readonly Change[];
  /** What is wrong with the engine itself, in one line each. */
  readonly alarms?: readonly string[];
  /** Records at stake, as the book had them when the race was opened. */
  readonly stakes?: readonly Stake[];
  /** Races of the session that were not loaded yet, in order. */
  readonly coming?: readonly Coming[];
}

export type Delta = { readonly seq: number } & (
  | { readonly type: "state"; readonly state: RaceState; readonly dark?: boolean; readonly holds?: readonly Hold[] }
  | ({ readonly type: "change" } & Change)
  | ({ readonly type: "runner" } & Runner)
  | ({ readonly type: "outlook"; readonly bib: string } & Outlook)
  | ({ readonly type: "light" } & Light)
  | { readonly type: "records"; readonly records: readonly RecordFound[] }
  | { readonly type: "aside"; readonly aside: readonly Aside[] }
  | { readonly type: "conflicts"; readonly conflicts: readonly Conflict[] }
  | { readonly type: "wind"; readonly wind: string }
  | { readonly type: "races"; readonly races: readonly Standing[] }
  | { readonly type: "holder"; readonly holder: Holder | null }
  | { readonly type: "sources"; readonly sources: readonly Source[] }
  | { readonly type: "alarms"; readonly alarms: readonly string[] }
  | ({ readonly type: "clock" } & Clock)
  | ({ readonly type: "split"; readonly bib: string } & Split)
  | ({ readonly type: "gap"; readonly bib: string } & Gap)
  | ({ readonly type: "record" } & RecordFound)
  | ({ readonly type: "result"; readonly bib: string; readonly status: string | null; readonly rule?: string } & Result)
  | ({ readonly type: "look" } & Look)
  | ({ readonly type: "output" } & Output)
  | ({ readonly type: "clocks" } & Clocks)
);

export interface Beat {
  readonly server_unix_ns: number;
  /** Whether the web server hears the engine. */
  readonly engine: boolean;
  /** For how long the web server has not heard it, milliseconds; left out where it never did. */
  readonly silent_ms?: number;
  /** Why the engine is not up, in one line; left out while it is, or where nobody says. */
  readonly why?: string;
  readonly seq: number;
}
