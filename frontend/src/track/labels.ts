import type { Spot } from "./geometry.ts";
import { placed, type Box } from "./placing.ts";

/** How words are written. */
export interface Words {
  readonly label: string;
  readonly labelText: string;
  readonly font: string;
}

/** How a word finds its place. */
export interface Manner {
  /** At most so many of its heights above or below. */
  readonly near?: number;
  /** What it hides only where it would have no place otherwise, and whether it stands there then. */
  readonly dots?: readonly Box[];
  readonly stays?: boolean;
  /** On a small picture the clock needs the room: where another word stands, it is left out. */
  readonly gives?: boolean;
}

/** Below this size the light goes without its label: the legend names it, and the clock needs the room. */
const SMALL = 0.75;

export const isSmall = (unit: number): boolean => unit <= SMALL;

/** Words in a picture: each beside what it names, and none over another. */
export class Labels {
  readonly #context: CanvasRenderingContext2D;
  #kept: readonly Box[] = [];
  #taken: Box[] = [];
  #room = { width: 0, height: 0 };
  #unit = 1;
  #words: Words = { label: "", labelText: "", font: "" };

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  /** What the page writes over the picture: no word stands there. */
  keep(kept: readonly Box[]): void {
    this.#kept = kept;
  }

  /** Nothing is written yet in a picture of this size. */
  begin(room: { readonly width: number; readonly height: number }, unit: number, words: Words): void {
    [this.#room, this.#unit, this.#words, this.#taken] = [room, unit, words, []];
  }

  /** A word beside a spot, outside (positive) or inside, kept within the picture; whether there was room for it. */
  write(spot: Spot, offset: number, text: string, colour: string, { near = Infinity, dots = [], stays = false, gives = isSmall(this.#unit) }: Manner = {}): boolean {
    const [context, unit] = [this.#context, this.#unit];
    const size = Math.max(11, 14 * unit);
    context.font = `650 ${size}px ${this.#words.font}`;
    const [half, tall] = [context.measureText(text).width / 2 + size * 0.5, size * 1.5];
    const reach = offset * unit + Math.sign(offset) * Math.abs(spot.outX) * Math.max(0, half - 20 * unit);
    const wanted = { x: spot.x + reach * spot.outX, y: spot.y + reach * spot.outY, half, tall };
    const at = (kept: readonly Box[]): Box | null => placed(wanted, kept, this.#taken, this.#room, gives, near * tall);
    const found = at([...this.#kept, ...dots]) ?? (stays ? at(this.#kept) : null);
    if (found === null) return false;
    this.#taken.push(found);
    this.#draw(found, text, colour, size);
    return true;
  }

  #draw({ x, y, half, tall }: Box, text: string, colour: string, size: number): void {
    const context = this.#context;
    context.fillStyle = this.#words.label;
    context.beginPath();
    context.roundRect(x - half, y - tall / 2, 2 * half, tall, tall / 2);
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 1.25;
    context.stroke();
    context.fillStyle = this.#words.labelText;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, x, y + size * 0.06);
  }
}
