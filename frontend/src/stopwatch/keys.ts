/** What a key means. */
export type Intent = "split" | "figure" | "give" | "undo" | "back" | "leave" | "none";

export interface Pressed {
  readonly key: string;
  readonly repeat: boolean;
  readonly modified: boolean;
  readonly composing: boolean;
}

/** The most figures of a bib. */
export const LONGEST = 6;

/** Keys that are the browser's or the system's, whatever page is open. */
const OTHERS = /^(Tab|Shift|Control|Alt|AltGraph|Meta|OS|Fn|CapsLock|NumLock|ScrollLock|ContextMenu|PrintScreen|Dead|Process|Browser.*|Launch.*|F(1|3|5|6|7|1[0-2]))$/;
/** Keys with which somebody without a pointer works what has the focus. */
const WORKS = /^( |Enter|Arrow.*|Page(Up|Down)|Home|End)$/;

/**
 * A foot switch is a keyboard of one key, and nobody knows which: what means nothing else is a split.
 * @param typed figures of a bib so far
 * @param busy the focus is, and is seen to be, on something that such keys work
 */
export function intent({ key, repeat, modified, composing }: Pressed, typed: string, busy: boolean): Intent {
  if (repeat || modified || composing || OTHERS.test(key)) return "none";
  if (key === "Escape") return typed === "" ? "none" : "leave";
  if (busy && WORKS.test(key)) return "none";
  if (/^\d$/.test(key)) return typed.length < LONGEST ? "figure" : "none";
  if (key === "Enter") return typed === "" ? "split" : "give";
  if (key === "Backspace") return typed === "" ? "none" : "back";
  return key === "u" || key === "U" ? "undo" : "split";
}
