/** What is sent and answered about a meet that is prepared (docs/reference/set-up.md). */

export interface SegmentDraft {
  first: string;
  count: string;
  direction: string;
  points: string;
  offset: string;
  apart: string;
  gaps: string;
  dead: string;
  colours: string;
}

export interface ControllerDraft {
  name: string;
  output: string;
  lamps: string;
  segments: SegmentDraft[];
}

export interface SurveyDraft {
  track: string;
  controllers: ControllerDraft[];
}

export interface RunnerDraft {
  bib: string;
  name: string;
  nation: string;
  athlete: string;
  lane: string;
  chips: string;
  say: string;
  /** As the start list has it; results name it. */
  club: string;
}

export interface LightDraft {
  name: string;
  colour: string;
  kind: string;
  level: string;
  scope: string;
  event: string;
  mark: string;
  splits: string;
}

export interface RaceDraft {
  id: string;
  was: string;
  at: string;
  name: string;
  event: string;
  sex: string;
  heat: string;
  number: string;
  stakes: string;
  file: string;
  entries: string;
  lights: LightDraft[];
  runners: RunnerDraft[];
}

export interface TimingDraft {
  name: string;
  url: string;
  allow: string;
}

export interface MeetDraft {
  id: string;
  name: string;
  venue: string;
  day: string;
  competition: string;
  book: string;
  spare: string;
  track: string;
  lamps: string;
  survey: string;
  output: string;
  host: string;
  port: string;
  timing: TimingDraft[];
  races: RaceDraft[];
}

/** What is wrong: the field, from the outside in, `controllers.0.segments.1.points`; and the words. */
export interface Fault {
  readonly at: string;
  readonly words: string;
}

export interface Version {
  readonly n: number;
  readonly by: string;
  readonly role: string;
  readonly at: number;
}

export interface Laid {
  readonly from_m: number;
  readonly to_m: number;
  readonly apart_m: number | null;
  readonly dead_m: readonly number[];
  readonly gaps_m: readonly (readonly [number, number])[];
  readonly says: string;
}

export interface Picture {
  readonly name: string;
  readonly lap_m: number;
  readonly open: boolean;
  readonly outline: readonly (readonly [number, number, number])[];
}

/** What every answer about a file has. */
export interface Shown<Draft> {
  readonly file: string;
  readonly draft: Draft | null;
  readonly seen: string;
  readonly faults: readonly Fault[];
  readonly whole: boolean;
  readonly note: string;
  readonly versions: readonly Version[];
}

export interface SurveyShown extends Shown<SurveyDraft> {
  readonly lamps: number;
  readonly laid: readonly (readonly (Laid | null)[])[];
  readonly track: Picture | null;
  readonly apart_m: readonly [number, number] | null;
}

export interface MeetShown extends Shown<MeetDraft> {
  readonly unready: readonly Fault[];
}

export interface SetupShown {
  readonly may: readonly string[];
  readonly folder: string;
  readonly opened: boolean;
  readonly engine: boolean;
  readonly on: string;
  readonly address: string;
  readonly qr: readonly string[];
  readonly tracks: readonly string[];
  readonly levels: readonly string[];
  readonly timing: readonly string[];
  /** Kinds of addresses of lamps. */
  readonly outputs: readonly string[];
  readonly command: string;
}

export interface Controller {
  readonly kind: string;
  readonly address: string;
  readonly name: string;
  readonly output: string;
  readonly universes: readonly number[];
  readonly lamps: number | null;
  readonly says: string;
}

export interface FoundShown {
  readonly found: readonly Controller[];
  readonly notes: readonly string[];
}

export interface WalkShown {
  readonly on: boolean;
  readonly lamps: number;
  readonly lamp: number | null;
  readonly count: number;
  readonly metre: number | null;
  readonly hung: { readonly controller: string; readonly segment: number; readonly lamp: number; readonly dead: boolean } | null;
  readonly blink: boolean;
  readonly target: string;
  readonly frames: number;
  readonly errors: number;
  readonly why: string;
  /** The engine of tonight lights the lamps. */
  readonly engine: boolean;
  /** After so many seconds without a tap it ends. */
  readonly lasts_s: number;
}

export interface Seat {
  readonly runner: RunnerDraft;
  readonly how: string;
  readonly why: string;
  readonly candidates: readonly { readonly key: string; readonly name: string }[];
  readonly new: string;
}

export interface StartList {
  readonly title: string;
  readonly event: string;
  readonly round: string;
  readonly heat: string;
  readonly time: string;
  readonly sex: string;
  readonly seats: readonly Seat[];
  readonly remarks: readonly string[];
}

export interface EntriesShown {
  readonly format: string;
  readonly lists: readonly StartList[];
}

export interface DoctorShown {
  readonly state: string;
  readonly going: string;
  readonly begun: number;
  readonly ended: number;
  readonly findings: readonly { readonly what: string; readonly state: string; readonly words: string; readonly remedy: string }[];
  readonly address: string;
  readonly qr: readonly string[];
}

export const segment = (): SegmentDraft => ({
  first: "0",
  count: "",
  direction: "with",
  points: "",
  offset: "",
  apart: "",
  gaps: "",
  dead: "",
  colours: "RGB",
});

export const runner = (): RunnerDraft => ({ bib: "", name: "", nation: "", athlete: "", lane: "", chips: "", say: "", club: "" });

export const light = (): LightDraft => ({
  name: "WR",
  colour: "",
  kind: "record",
  level: "WR",
  scope: "",
  event: "",
  mark: "",
  splits: "",
});

export const race = (): RaceDraft => ({
  id: "",
  was: "",
  at: "",
  name: "",
  event: "",
  sex: "men",
  heat: "",
  number: "",
  stakes: "",
  file: "",
  entries: "",
  lights: [light()],
  runners: [],
});
