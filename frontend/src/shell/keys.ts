/** Something that a key does. */
export interface Shortcut {
  readonly id: string;
  /** As `keyOf` names it; another one may be chosen for it in each browser. */
  readonly key: string;
  /** Id of the message that says what it does. */
  readonly label: string;
  readonly run: () => void;
  /** Seconds for which the key is held before it is done. */
  readonly hold?: number;
  /** What a second press right after the first one does, besides. */
  readonly double?: () => void;
  /** It works while somebody types, too: for what stops something. */
  readonly always?: boolean;
}

/** What of a key event is looked at. */
export interface Pressed {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** Where the focus is: on nothing that takes keys, in a field, in one for figures, or seen on what keys work. */
export type Focus = "page" | "field" | "figures" | "control";

/** What is typed into a field of figures, and how it is put right; any other key is the page's there, too. */
const FIGURES = /^([\d:.,]|Enter|Backspace|Delete|Arrow.*|Home|End)$/;

/** Keys with which somebody without a pointer works what has the focus. */
const WORKS = new Set(["Space", "Enter", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"]);
/** Keys that are the browser's or the system's, whatever page is open. */
const OTHERS = /^(Tab|Shift|Control|Alt|AltGraph|Meta|OS|Fn|CapsLock|NumLock|ScrollLock|ContextMenu|PrintScreen|Dead|Process|Unidentified|Browser.*|Launch.*|F5|F1[12])$/;

/** A key by one name: `Space`, `b`, `+`, `Escape`, `PageDown` (which many presenters and foot switches send). */
export const keyOf = (key: string): string => (key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key);

/** Whether a key may be chosen for something. */
export const isFree = (key: string): boolean => !OTHERS.test(key);

/** Whether a key event is for the page, and not for the browser or for what has the focus. */
export function isOurs(pressed: Pressed, focus: Focus, always: boolean): boolean {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.isComposing) return false;
  if (focus === "figures") return !FIGURES.test(pressed.key);
  if (focus === "field") return always && pressed.key === "Escape";
  return focus !== "control" || !WORKS.has(keyOf(pressed.key));
}

/** By id, the key of each: the one that was chosen, else its own where nobody took that. */
export function bound(shortcuts: readonly Shortcut[], chosen: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Set(shortcuts.map(({ id }) => chosen.get(id)).filter((key) => key !== undefined));
  const of = ({ id, key }: Shortcut): string => chosen.get(id) ?? (taken.has(key) ? "" : key);
  return new Map(shortcuts.map((one) => [one.id, of(one)]));
}
