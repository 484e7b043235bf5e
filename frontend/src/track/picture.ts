import type { Runner, Snapshot } from "../live/protocol.ts";
import { shortName } from "../words/format.ts";
import { words } from "../words/index.ts";
import { Layout, type Spot } from "./geometry.ts";
import { type Cell, cells, glow, lightAt } from "./plan.ts";
import { whereabouts } from "./projection.ts";

export interface Colours {
  readonly band: string;
  readonly edge: string;
  readonly lamp: string;
  readonly line: string;
  readonly word: string;
  readonly runner: string;
  readonly label: string;
  readonly labelText: string;
  readonly font: string;
}

/** Light shows where the plan is, in these states; in all others the lamps are dark. */
const SHINING = new Set(["armed", "running", "finished"]);

/** Below this size the light goes without its label: the legend names it, and the clock needs the room. */
const SMALL = 0.75;

/** The track with its lamps and runners, drawn anew for each instant: nothing is carried from frame to frame. */
export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #ground = document.createElement("canvas");
  readonly #glows = new Map<string, HTMLCanvasElement>();
  #layout: Layout | null = null;
  #spots: readonly Spot[] = [];
  #cells: readonly Cell[] = [];
  #ratio = 1;
  #unit = 1;
  #of: Snapshot["track"] | null = null;
  #colours: Colours | null = null;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("this browser cannot draw");
    this.#canvas = canvas;
    this.#context = context;
  }

  /** Lay the track out for this size; to be called when the size, the track or the theme changes. */
  lay(track: Snapshot["track"], width: number, height: number, ratio: number, colours: Colours): void {
    for (const canvas of [this.#canvas, this.#ground]) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    this.#ratio = ratio;
    this.#unit = Math.max(0.62, Math.min(1.5, width / 900));
    this.#layout = new Layout(track, width, height, { x: 58 * this.#unit, y: 58 * this.#unit });
    this.#spots = track.lamps.map((s) => (this.#layout as Layout).at(s));
    this.#cells = cells(track.lamps, track.lap_m);
    this.#of = track;
    this.#colours = colours;
    this.#drawGround(track);
  }

  /** Draw the instant. */
  draw(race: Snapshot, seconds: number | null): void {
    const [layout, colours] = [this.#layout, this.#colours];
    if (layout === null || colours === null || this.#of === null) return;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(this.#ground, 0, 0);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    if (SHINING.has(race.state)) for (const light of race.lights) this.#drawLight(race, light, seconds ?? 0);
    for (const runner of race.runners.toReversed()) this.#drawRunner(race, runner, seconds);
  }

  #drawGround(track: Snapshot["track"]): void {
    const [layout, colours] = [this.#layout as Layout, this.#colours as Colours];
    const context = this.#ground.getContext("2d") as CanvasRenderingContext2D;
    const unit = this.#unit;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.lineJoin = "round";
    context.strokeStyle = colours.edge;
    context.lineWidth = 42 * unit;
    context.stroke(layout.line(11 * unit));
    context.strokeStyle = colours.band;
    context.lineWidth = 39 * unit;
    context.stroke(layout.line(11 * unit));
    context.strokeStyle = colours.edge;
    context.lineWidth = 1;
    context.stroke(layout.line(20 * unit));
    this.#drawTick(context, layout.at(0), colours.line, 2.5 * unit, words.finish);
    this.#drawTick(context, layout.at(track.start_s), colours.line, 1.25 * unit, unit > SMALL ? words.start : "");
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

  #drawLight(race: Snapshot, light: Snapshot["lights"][number], seconds: number): void {
    if (seconds > light.finish_s) return; // through, and out: a light that stands still paces nobody
    const { lap_m: lap, start_s: start } = race.track;
    const head = start + lightAt(light, seconds, race.race.event.distance_m);
    const image = this.#glow(light.colour);
    const context = this.#context;
    const size = 34 * this.#unit;
    this.#cells.forEach((cell, n) => {
      const share = glow(cell, head, lap, light);
      const spot = this.#spots[n];
      if (share <= 0 || spot === undefined) return;
      context.globalAlpha = 0.25 + 0.75 * share;
      const wide = size * (0.45 + 0.55 * share);
      context.drawImage(image, spot.x - wide / 2, spot.y - wide / 2, wide, wide);
      context.fillStyle = light.colour;
      disc(context, spot.x, spot.y, (1.9 + 1.6 * share) * this.#unit);
    });
    context.globalAlpha = 1;
    const spot = this.#layout?.at(head);
    if (spot && this.#unit > SMALL) this.#drawLabel(spot, -46, light.mark.text, light.colour);
  }

  #drawRunner(race: Snapshot, runner: Runner, seconds: number | null): void {
    const place = whereabouts(runner, seconds, race.race.event.distance_m, race.state, race.clock.rate);
    const [layout, colours] = [this.#layout, this.#colours];
    if (place === null || layout === null || colours === null || (place.known === 0 && race.state !== "armed")) return;
    const { start_s: start } = race.track;
    const context = this.#context;
    const unit = this.#unit;
    const known = at(layout.at(start + place.known), 12 * unit);
    context.fillStyle = colours.runner;
    context.globalAlpha = place.projected === null ? 1 : 0.55;
    disc(context, known.x, known.y, (place.projected === null ? 6.5 : 4.5) * unit);
    context.globalAlpha = 1;
    if (place.projected === null) {
      if (runner.result === null || runner.result.place === 1) this.#drawLabel(known, 38, shortName(runner.name), colours.runner);
      return;
    }
    const spot = at(layout.at(start + place.projected), 12 * unit);
    context.strokeStyle = colours.runner;
    context.lineWidth = 2.2 * unit;
    context.setLineDash([3.4 * unit, 2.4 * unit]);
    context.beginPath();
    context.arc(spot.x, spot.y, 7.5 * unit, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
    this.#drawLabel(spot, 38, shortName(runner.name), colours.runner);
  }

  /** A word beside a spot, outside (positive) or inside, kept within the picture. */
  #drawLabel(spot: Spot, offset: number, text: string, colour: string): void {
    const [context, unit, colours] = [this.#context, this.#unit, this.#colours as Colours];
    const size = Math.max(11, 14 * unit);
    context.font = `650 ${size}px ${colours.font}`;
    const [half, tall] = [context.measureText(text).width / 2 + size * 0.5, size * 1.5];
    const reach = offset * unit + Math.sign(offset) * Math.abs(spot.outX) * Math.max(0, half - 20 * unit);
    const width = this.#canvas.width / this.#ratio;
    const height = this.#canvas.height / this.#ratio;
    const x = Math.max(half + 1, Math.min(width - half - 1, spot.x + reach * spot.outX));
    const y = Math.max(tall / 2 + 1, Math.min(height - tall / 2 - 1, spot.y + reach * spot.outY));
    context.fillStyle = colours.label;
    context.beginPath();
    context.roundRect(x - half, y - tall / 2, 2 * half, tall, tall / 2);
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 1.25;
    context.stroke();
    context.fillStyle = colours.labelText;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, x, y + size * 0.06);
  }

  /** A soft disc of this colour, made once. */
  #glow(colour: string): HTMLCanvasElement {
    const known = this.#glows.get(colour);
    if (known !== undefined) return known;
    const image = document.createElement("canvas");
    image.width = image.height = 96;
    const context = image.getContext("2d") as CanvasRenderingContext2D;
    const soft = context.createRadialGradient(48, 48, 0, 48, 48, 48);
    soft.addColorStop(0, `${colour}aa`);
    soft.addColorStop(0.3, `${colour}55`);
    soft.addColorStop(1, `${colour}00`);
    context.fillStyle = soft;
    context.fillRect(0, 0, 96, 96);
    this.#glows.set(colour, image);
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
