/** How a list stands on a screen, in the screen's own units (displays.css): pure. */

/** In one column or in two, how many lines to a column, how tall a line is and its letters, and how many of them a name may have. */
export interface Layout {
  readonly columns: 1 | 2;
  readonly lines: number;
  readonly line: number;
  readonly letters: number;
  readonly fits: number;
}

/** What a list has besides the names. */
export interface Beside {
  readonly isTimed: boolean;
  readonly hasPoints: boolean;
}

/** Of a screen beside and above the list: edges, and the name of the race. */
const [EDGES, HEAD] = [3.6, 6.4];
const BETWEEN = 2.5;
const [LEAST_LINE, MOST_LINE, TALLEST_LINE] = [1.85, 2.2, 3];
const [LETTERS, MOST_LETTERS, LEAST_LETTERS] = [1.4, 1.2, 0.9];
/** A letter of a name is so wide, of one that is drawn bold and in a wide font. */
const LETTER = 0.58;
/** Smaller letters nobody reads from a stand: of a longer name the end is cut. */
const SMALLEST = 0.6;

/** One column while there is room for all, else two of the same length; there a time stands beside two lines. */
export function laidOut(count: number, wide: number, tall: number, { isTimed, hasPoints }: Beside): Layout {
  const [across, down] = [wide - EDGES, tall - HEAD];
  if (count * LEAST_LINE <= down) {
    const taken = (4.6 + (isTimed ? 4.6 : 0) + (hasPoints ? 4.2 : 0)) * LETTERS + 3.2;
    return { columns: 1, lines: count, line: Math.min(MOST_LINE, down / Math.max(count, 1)), letters: LETTERS, fits: lettersIn(across - taken, LETTERS) };
  }
  const lines = Math.ceil(count / 2);
  const line = Math.min(TALLEST_LINE, down / lines);
  const letters = Math.max(LEAST_LETTERS, Math.min(MOST_LETTERS, line * (isTimed ? 0.5 : 0.65)));
  const taken = (isTimed ? 6.4 : 4.6) * letters + 1.2;
  return { columns: 2, lines, line, letters, fits: lettersIn((across - BETWEEN) / 2 - taken, letters) };
}

const lettersIn = (width: number, letters: number): number => Math.max(1, Math.floor(width / (letters * LETTER)));

/** How large a name is drawn of 1, so that so many letters fit. */
export const shrunk = (name: string, fits: number): number => Math.max(SMALLEST, Math.min(1, fits / Math.max([...name].length, 1)));
