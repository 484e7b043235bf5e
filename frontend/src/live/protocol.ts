/** The live protocol, as `docs/reference/live-protocol.md` describes it. Metres, seconds, ISO days. */

export interface Mark {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly precision: number;
}

export type RaceState = "idle" | "armed" | "running" | "finished" | "aborted" | "recalled";

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
}

export interface Clock {
  readonly gun_unix_ns: number | null;
  readonly rate: number;
  readonly server_unix_ns: number;
}

/** Start second, start metre, speed, acceleration. */
export type Piece = readonly [number, number, number, number];

export interface Light {
  readonly name: string;
  readonly label: string;
  readonly colour: string;
  /** Metres behind the leading edge, which is where the plan is, that shine fully. */
  readonly head_m: number;
  /** Metres behind the head along which it fades to nothing. */
  readonly tail_m: number;
  readonly mark: Mark;
  readonly athlete: string | null;
  readonly as_of: string | null;
  readonly pieces: readonly Piece[];
  readonly finish_s: number;
}

export interface Split {
  readonly distance_m: number;
  readonly elapsed_s: number;
  readonly text: string;
  readonly official: boolean;
  readonly method: string;
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

export interface Runner {
  readonly bib: string;
  readonly name: string;
  readonly nation: string;
  readonly finish_only: boolean;
  readonly status: string | null;
  readonly splits: readonly Split[];
  readonly gaps: readonly Gap[];
  readonly result: Result | null;
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
}

export type Delta = { readonly seq: number } & (
  | { readonly type: "state"; readonly state: RaceState }
  | ({ readonly type: "clock" } & Clock)
  | ({ readonly type: "split"; readonly bib: string } & Split)
  | ({ readonly type: "gap"; readonly bib: string } & Gap)
  | ({ readonly type: "record" } & RecordFound)
  | ({ readonly type: "result"; readonly bib: string; readonly status: string | null } & Result)
  | ({ readonly type: "output" } & Output)
);

export interface Beat {
  readonly server_unix_ns: number;
  /** Whether the web server hears the engine. */
  readonly engine: boolean;
  readonly seq: number;
}
