import type { Shortcut } from "../shell/keys.ts";
import type { Shortcuts } from "../shell/shortcuts.svelte.ts";
import type { Timer } from "./timer.svelte.ts";

/** Seconds for which what cannot be taken back easily is held. */
export const HOLD_S = 0.7;

/** The keys of the desk; with them alone a race is timed from its start to its official result. */
export function timerKeys(timer: Timer, stamp: () => number, shortcuts: () => Shortcuts): readonly Shortcut[] {
  return [
    { id: "split", key: "Space", label: "timer-key-split", run: () => void timer.split(stamp()) },
    { id: "bib", key: "b", label: "timer-key-bib", run: () => focus("bib") },
    { id: "down", key: "ArrowDown", label: "timer-key-down", run: () => timer.move(1) },
    { id: "up", key: "ArrowUp", label: "timer-key-up", run: () => timer.move(-1) },
    { id: "point-next", key: "ArrowRight", label: "timer-key-point-next", run: () => timer.movePoint(1) },
    { id: "point-before", key: "ArrowLeft", label: "timer-key-point-before", run: () => timer.movePoint(-1) },
    { id: "reassign", key: "a", label: "timer-form-reassign", run: () => timer.open("reassign") },
    { id: "correct", key: "c", label: "timer-form-correct", run: () => timer.open("correct") },
    { id: "strike", key: "x", label: "timer-form-strike", run: () => timer.open("strike") },
    { id: "restore", key: "r", label: "timer-restore", run: () => timer.restore() },
    { id: "undo", key: "u", label: "timer-key-undo", run: () => timer.undo() },
    { id: "form-split", key: "t", label: "timer-form-split", run: () => timer.open("split") },
    { id: "status", key: "s", label: "timer-form-status", run: () => timer.open("status") },
    { id: "swap", key: "w", label: "timer-form-swap", run: () => timer.open("swap") },
    { id: "gun", key: "g", label: "timer-gun", hold: HOLD_S, run: () => timer.do("gun") },
    { id: "started", key: "p", label: "timer-form-started", run: () => timer.open("started") },
    { id: "move-gun", key: "m", label: "timer-form-move-gun", run: () => timer.open("move-gun") },
    { id: "recall", key: "f", label: "timer-recall", hold: HOLD_S, run: () => timer.do("recall") },
    { id: "finish", key: "e", label: "timer-finish", hold: HOLD_S, run: () => timer.do("finish") },
    { id: "official", key: "o", label: "timer-form-official", run: () => timer.open("official") },
    { id: "reopen", key: "i", label: "timer-form-reopen", run: () => timer.open("reopen") },
    { id: "switch", key: "v", label: "timer-key-switch", run: () => timer.hand.switch() },
    { id: "keep", key: ",", label: "timer-key-keep", run: () => settle(timer, false) },
    { id: "take", key: ".", label: "timer-key-take", run: () => settle(timer, true) },
    { id: "close", key: "Escape", label: "timer-key-close", always: true, run: () => leave(timer) },
    { id: "keys", key: "?", label: "shell-keys", run: () => (shortcuts().shown = !shortcuts().shown) },
  ];
}

function focus(id: string): void {
  document.getElementById(id)?.focus();
}

/** The conflict that came first. */
function settle(timer: Timer, take: boolean): void {
  const [first] = timer.race?.conflicts ?? [];
  if (first !== undefined) timer.settle(first, take);
}

/** The form is closed, with what was typed kept; or the field is left. */
function leave(timer: Timer): void {
  timer.close();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
