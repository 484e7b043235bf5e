/** What is told in place, in a line: never in the way of anything. */
export interface Notice {
  readonly id: number;
  readonly level: "note" | "refusal";
  readonly text: string;
  /** More of it, a line each. */
  readonly lines: readonly string[];
}

const SHOWN_MS = 6000;
/** More than so many are not read: the oldest goes. */
const MOST = 3;

export class Notices {
  all: readonly Notice[] = $state.raw([]);
  #made = 0;

  /** It was done: it is told, and goes by itself. */
  note(text: string): void {
    const id = this.#add("note", text, []);
    setTimeout(() => this.drop(id), SHOWN_MS);
  }

  /** It was not done: it is told until somebody has read it, or it is done after all. */
  refuse(text: string, lines: readonly string[] = []): void {
    this.#add("refusal", text, lines);
  }

  drop(id: number): void {
    this.all = this.all.filter((one) => one.id !== id);
  }

  clear(): void {
    this.all = [];
  }

  #add(level: Notice["level"], text: string, lines: readonly string[]): number {
    this.#made += 1;
    const others = this.all.filter((one) => one.text !== text).slice(1 - MOST);
    this.all = [...others, { id: this.#made, level, text, lines }];
    return this.#made;
  }
}
