/** A rectangle of a picture, by its middle: where words stand. */
export interface Box {
  readonly x: number;
  readonly y: number;
  /** Half of its width. */
  readonly half: number;
  /** Its height. */
  readonly tall: number;
}

/** Pixels between words beside one another, and above one another. */
const APART = { x: 4, y: 3 };
/** So many pixels beside the edge of the picture a line is still drawn whole. */
const EDGE = 1;

/**
 * Where a word is written that is wanted somewhere: there, or as little above or below as it takes to hide nothing.
 * @param kept what is never covered: the clock and the distance to go
 * @param taken words that are written already
 * @param far pixels above or below from which on nobody would know what it names
 * @param gives it stands aside for others but not for what is kept: where one is written already, it is left out
 * @returns null where there is no room for it
 */
export function placed(wanted: Box, kept: readonly Box[], taken: readonly Box[], room: { readonly width: number; readonly height: number }, gives: boolean, far = Infinity): Box | null {
  const { half, tall } = wanted;
  const x = within(wanted.x, half + EDGE, room.width - half - EDGE);
  const [top, bottom] = [tall / 2 + EDGE, room.height - tall / 2 - EDGE];
  const y = within(wanted.y, top, bottom);
  const others = gives ? kept : [...kept, ...taken];
  const beside = others.filter((one) => Math.abs(one.x - x) < one.half + half + APART.x);
  const steps = beside.flatMap((one) => [-1, 1].map((way) => one.y + way * ((one.tall + tall) / 2 + APART.y)));
  const inwards = Math.sign(room.height / 2 - y) || 1;
  const nearest = [y, ...steps.filter((at) => at >= top && at <= bottom && Math.abs(at - y) <= far)].sort((a, b) => Math.abs(a - y) - Math.abs(b - y) || (b - a) * inwards);
  const free = nearest.find((at) => !beside.some((one) => meets(one, { x, y: at, half, tall })));
  if (free === undefined) return null;
  const found = { x, y: free, half, tall };
  return gives && taken.some((one) => meets(one, found)) ? null : found;
}

/** Whether two words are so close that they are read as one. */
export const meets = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) < one.half + other.half + APART.x && Math.abs(one.y - other.y) < (one.tall + other.tall) / 2 + APART.y - 1e-6;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
