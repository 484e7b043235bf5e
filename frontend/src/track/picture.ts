import type { Runner, Snapshot } from "../live/protocol.ts";
import { shortName } from "../words/format.ts";
import { say } from "../words/index.ts";
import { step } from "./colour.ts";
import { frame, type Instant, shining } from "./frame.ts";
import { Layout, type Spot } from "./geometry.ts";
import type { Lamps } from "./looks.ts";
import { isSmall, Labels, type Words } from "./labels.ts";
import type { Box } from "./placing.ts";
import { along, cells, together } from "./plan.ts";
import { leader, whereabouts } from "./projection.ts";

export interface Colours extends Words {
  readonly band: string;
  readonly edge: string;
  readonly lamp: string;
  readonly line: string;
  readonly word: string;
  readonly runner: string;
}

/** A lamp is drawn from this share of full light on; what a screen shows of less is nothing. */
const SEEN = 0.004;

/** The share of the height that the clock has above a track without an infield. */
const CLOCK = 0.46;

/** Pixels for a metre, below which a track is drawn as a road: lanes could not be told apart. */
const FAR = 1;

/** Lamps that are closer on the screen are drawn together. */
const APART_PX = 1.5;

/** Colours of glow are kept in so many steps a part, so that few pictures of glow serve all of them. */
const GLOWS = 8;

/** A runner's name is written at most so many of its heights above or below: farther off it would name somebody else. */
const NEAR = 1.5;

/** Where names stand beside the track. */
const [OUTSIDE, INSIDE] = [38, -46];

/** Where a runner is drawn: where known, where thought to be, and the metres that make the order of names. */
interface Marker {
  readonly runner: Runner;
  readonly known: Spot;
  readonly projected: Spot | null;
  readonly run: number;
}

/** A line across the track that no lamp shines for: metres run, its name and its colour. */
export interface Bar {
  readonly metres: number;
  readonly name: string;
  /** Its name where there is no room. */
  readonly short: string;
  readonly colour: string;
}

/** The track with its lamps and runners, drawn anew for each instant: nothing is carried from frame to frame. */
export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #ground = document.createElement("canvas");
  readonly #glows = new Map<string, HTMLCanvasElement>();
  #layout: Layout | null = null;
  #spots: readonly Spot[] = [];
  #lamps: Lamps = { cells: [], lap: 1 };
  readonly #labels: Labels;
  #ratio = 1;
  #unit = 1;
  #of: Snapshot["track"] | null = null;
  #colours: Colours | null = null;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("this browser cannot draw");
    this.#canvas = canvas;
    this.#context = context;
    this.#labels = new Labels(context);
  }

  /** Lay the track out for this size; to be called when the size, the track or the theme changes. */
  lay(track: Snapshot["track"], width: number, height: number, ratio: number, colours: Colours): void {
    for (const canvas of [this.#canvas, this.#ground]) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    this.#ratio = ratio;
    this.#unit = Math.max(0.62, Math.min(1.5, width / 900));
    this.#layout = new Layout(track, width, height, { x: 58 * this.#unit, y: 58 * this.#unit, top: track.open ? CLOCK : 0 });
    const room = (track.lap_m * this.#layout.scale) / track.lamps.length;
    const lap = track.open ? Infinity : track.lap_m;
    const drawn = together(cells(track.lamps, lap), Math.max(1, Math.ceil(APART_PX / room)));
    this.#lamps = { cells: drawn, lap };
    this.#spots = drawn.map(([from, to], n) => (this.#layout as Layout).at(drawn.length < track.lamps.length ? (from + to) / 2 : (track.lamps[n] ?? 0)));
    this.#of = track;
    this.#colours = colours;
    this.#drawGround(track);
  }

  /** What the page writes over the picture: no word of the picture stands there. */
  keep(kept: readonly Box[]): void {
    this.#labels.keep(kept);
  }

  /** Draw the instant; whoever is followed is named in any case, as whoever leads is. */
  draw(race: Snapshot, instant: Instant, bars: readonly Bar[] = [], followed: string | null = null): void {
    const [layout, colours] = [this.#layout, this.#colours];
    if (layout === null || colours === null || this.#of === null) return;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(this.#ground, 0, 0);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    this.#labels.begin({ width: this.#canvas.width / this.#ratio, height: this.#canvas.height / this.#ratio }, this.#unit, colours);
    this.#drawLamps(frame(race, this.#lamps, instant));
    this.#nameLights(race, instant);
    for (const bar of bars) this.#drawBar(race, bar);
    const markers = race.runners.toReversed().flatMap((runner) => this.#marker(race, runner, instant.seconds) ?? []);
    for (const marker of markers) this.#drawRunner(marker);
    this.#nameRunners(race, markers, followed);
    for (const bar of bars) this.#nameBar(race, bar);
  }

  #drawGround(track: Snapshot["track"]): void {
    const [layout, colours] = [this.#layout as Layout, this.#colours as Colours];
    const context = this.#ground.getContext("2d") as CanvasRenderingContext2D;
    const unit = this.#unit;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.lineJoin = "round";
    context.strokeStyle = colours.edge;
    const road = layout.scale < FAR; // a road of that width would hide its bends
    const middle = road ? 0 : 11 * unit;
    context.lineWidth = (road ? 19 : 42) * unit;
    context.stroke(layout.line(middle));
    context.strokeStyle = colours.band;
    context.lineWidth = (road ? 16 : 39) * unit;
    context.stroke(layout.line(middle));
    context.strokeStyle = colours.edge;
    context.lineWidth = 1;
    if (!road) context.stroke(layout.line(20 * unit));
    this.#drawTick(context, layout.at(0), colours.line, 2.5 * unit, say("point-finish"));
    const apart = track.open || track.start_s !== 0;
    this.#drawTick(context, layout.at(track.start_s), colours.line, 1.25 * unit, !isSmall(unit) && apart ? say("point-start") : "");
    context.fillStyle = colours.lamp;
    for (const { x, y } of this.#spots) disc(context, x, y, 1.7 * unit);
  }

  #drawTick(context: CanvasRenderingContext2D, spot: Spot, colour: string, width: number, name: string): void {
    const unit = this.#unit;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(spot.x - 8 * unit * spot.outX, spot.y - 8 * unit * spot.outY);
    context.lineTo(spot.x + 30 * unit * spot.outX, spot.y + 30 * unit * spot.outY);
    context.stroke();
    if (name === "") return;
    context.fillStyle = this.#colours?.word ?? colour;
    context.font = `600 ${Math.max(10.5, 12 * unit)}px ${this.#colours?.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(name, spot.x - 20 * unit * spot.outX, spot.y - 20 * unit * spot.outY);
  }

  /** Every lamp that shines: its colour at full, larger and less transparent the more it shines. */
  #drawLamps(rgb: Float64Array): void {
    const context = this.#context;
    const size = 34 * this.#unit;
    const lit: { spot: Spot; colour: string; glow: string; share: number }[] = [];
    this.#spots.forEach((spot, n) => {
      const parts = [rgb[3 * n] ?? 0, rgb[3 * n + 1] ?? 0, rgb[3 * n + 2] ?? 0] as const;
      const most = Math.max(...parts);
      if (most < SEEN) return;
      const steps = parts.map((part) => step(part / most));
      const rough = steps.map((value) => Math.round((value * (GLOWS - 1)) / 255) * Math.floor(255 / (GLOWS - 1)));
      lit.push({ spot, colour: `rgb(${steps.join()})`, glow: rough.join(), share: step(most) / 255 });
    });
    for (const { spot, glow, share } of lit) {
      context.globalAlpha = share;
      const wide = size * (0.35 + 0.65 * share);
      context.drawImage(this.#glow(glow), spot.x - wide / 2, spot.y - wide / 2, wide, wide);
    }
    for (const { spot, colour, share } of lit) {
      context.globalAlpha = 0.2 + 0.8 * share;
      context.fillStyle = colour;
      disc(context, spot.x, spot.y, (1.8 + 1.7 * share) * this.#unit);
    }
    context.globalAlpha = 1;
  }

  #nameLights(race: Snapshot, { seconds }: Instant): void {
    // Lights that stand are all in one place, and the legend names them.
    if (isSmall(this.#unit) || race.look?.lights !== "run") return;
    for (const { light, place } of shining(race, seconds)) {
      const spot = this.#layout?.at(place);
      if (spot) this.#labels.write(spot, -46, light.mark.text, light.colour);
    }
  }

  /** Dashed, so that nobody takes it for a light. */
  #drawBar(race: Snapshot, { metres, colour }: Bar): void {
    const spot = this.#layout?.at(race.track.start_s + along(race.track.way, metres));
    if (spot === undefined) return;
    const [context, unit] = [this.#context, this.#unit];
    context.strokeStyle = colour;
    context.lineWidth = 2.5 * unit;
    context.setLineDash([5 * unit, 3 * unit]);
    context.beginPath();
    context.moveTo(spot.x - 12 * unit * spot.outX, spot.y - 12 * unit * spot.outY);
    context.lineTo(spot.x + 32 * unit * spot.outX, spot.y + 32 * unit * spot.outY);
    context.stroke();
    context.setLineDash([]);
  }

  /** After the runners: their names stand where they belong, and this one gives way. */
  #nameBar(race: Snapshot, { metres, name, short, colour }: Bar): void {
    const spot = this.#layout?.at(race.track.start_s + along(race.track.way, metres));
    if (spot === undefined) return;
    if (isSmall(this.#unit)) this.#labels.write(spot, 34, short, colour);
    else this.#labels.write(spot, -34, name, colour);
  }

  #marker(race: Snapshot, runner: Runner, seconds: number | null): Marker | null {
    const place = whereabouts(runner, seconds, race.race.event.distance_m, race.state, race.clock.rate);
    const layout = this.#layout;
    if (place === null || layout === null || (place.known === 0 && race.state !== "armed")) return null;
    const there = (run: number): Spot => at(layout.at(race.track.start_s + along(race.track.way, run)), 12 * this.#unit);
    const { known, projected } = place;
    return { runner, known: there(known), projected: projected === null ? null : there(projected), run: projected ?? known };
  }

  #drawRunner({ known, projected }: Marker): void {
    const [context, unit, colour] = [this.#context, this.#unit, (this.#colours as Colours).runner];
    context.fillStyle = colour;
    context.globalAlpha = projected === null ? 1 : 0.55;
    disc(context, known.x, known.y, (projected === null ? 6.5 : 4.5) * unit);
    context.globalAlpha = 1;
    if (projected === null) return;
    context.strokeStyle = colour;
    context.lineWidth = 2.2 * unit;
    context.setLineDash([3.4 * unit, 2.4 * unit]);
    context.beginPath();
    context.arc(projected.x, projected.y, 7.5 * unit, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
  }

  /**
   * Whoever is followed first, then whoever leads, then by metres: of a bunch those are named for whom there is room
   * beside them, outside or inside, where no runner is hidden.
   */
  #nameRunners(race: Snapshot, markers: readonly Marker[], followed: string | null): void {
    const first = leader(race.runners)?.bib;
    const stays = ({ bib }: Runner): boolean => bib === followed || bib === first;
    const rank = ({ runner: { bib } }: Marker): number => (bib === followed ? 0 : bib === first ? 1 : 2);
    const named = markers.filter(({ runner }) => stays(runner) || runner.result === null || runner.result.place === 1);
    const ordered = named.toReversed().sort((a, b) => rank(a) - rank(b) || b.run - a.run);
    const dots = markers.map(({ known, projected }) => this.#dot(projected ?? known));
    const [name, sides] = [(this.#colours as Colours).runner, isSmall(this.#unit) ? [OUTSIDE] : [OUTSIDE, INSIDE]];
    for (const { runner, known, projected } of ordered) {
      const manner = stays(runner) ? { dots, gives: false, stays: true } : { dots, near: NEAR };
      sides.some((offset) => this.#labels.write(projected ?? known, offset, shortName(runner.name), name, manner));
    }
  }

  #dot({ x, y }: Spot): Box {
    return { x, y, half: 7.5 * this.#unit, tall: 15 * this.#unit };
  }

  /** A soft disc of this colour, made once; the parts are steps of a screen. */
  #glow(parts: string): HTMLCanvasElement {
    const known = this.#glows.get(parts);
    if (known !== undefined) return known;
    const image = document.createElement("canvas");
    image.width = image.height = 96;
    const context = image.getContext("2d") as CanvasRenderingContext2D;
    const soft = context.createRadialGradient(48, 48, 0, 48, 48, 48);
    for (const [at, alpha] of [[0, 0.67], [0.3, 0.33], [1, 0]] as const) {
      soft.addColorStop(at, `rgba(${parts},${alpha})`);
    }
    context.fillStyle = soft;
    context.fillRect(0, 0, 96, 96);
    this.#glows.set(parts, image);
    return image;
  }
}

function at(spot: Spot, offset: number): Spot {
  return { ...spot, x: spot.x + offset * spot.outX, y: spot.y + offset * spot.outY };
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
