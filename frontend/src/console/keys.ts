import type { Shortcut } from "../shell/keys.ts";
import type { Shortcuts } from "../shell/shortcuts.svelte.ts";
import type { Console } from "./console.svelte.ts";

const HOLD_S = 0.7;

/** Everything that the console does, by key; which key it is, each browser may choose. */
export function consoleKeys(console: Console, shortcuts: () => Shortcuts): readonly Shortcut[] {
  const unlocked = (run: () => void) => (): void => {
    if (!console.isLocked) run();
  };
  const one = (id: string, key: string, run: () => void, more: Partial<Shortcut> = {}): Shortcut => ({ id, key, label: `act-${id}`, run: unlocked(run), ...more });
  const held = (id: string, key: string, run: () => void): Shortcut => one(id, key, run, { hold: HOLD_S });
  return [
    { id: "fade", key: "Escape", label: "console-key-fade", run: () => console.do("fade"), double: () => console.do("blackout"), always: true },
    { id: "blackout", key: "b", label: "act-blackout", run: () => console.do("blackout") },
    { id: "recall", key: "r", label: "act-recall", run: () => console.do("recall") },
    { id: "hold", key: "h", label: "console-key-hold", run: () => console.hold() },
    one("light", "o", () => console.lit()),
    one("check", "c", () => console.check()),
    held("arm", "a", () => console.arm()),
    one("disarm", "d", () => console.do("disarm")),
    one("gun", "Space", () => console.go()),
    held("finish", "e", () => console.do("finish")),
    held("abort", "x", () => console.do("abort")),
    one("reset", "n", () => console.do("reset")),
    one("faster", "-", () => console.nudge(-1), { label: "console-key-faster" }),
    one("slower", "+", () => console.nudge(1), { label: "console-key-slower" }),
    one("next-light", "ArrowDown", () => console.choose(1), { label: "console-key-next-light" }),
    one("previous-light", "ArrowUp", () => console.choose(-1), { label: "console-key-previous-light" }),
    one("plan", "p", () => document.getElementById("replan")?.focus(), { label: "console-key-plan" }),
    held("replan", "s", () => void console.replan(console.wanted.trim())),
    one("split", "l", () => console.split()),
    one("undo", "u", () => console.undo()),
    held("take-lights", "t", () => console.takeLights(true)),
    { id: "lock", key: "k", label: "console-key-lock", hold: HOLD_S, run: () => (console.isLocked = !console.isLocked) },
    { id: "keys", key: "?", label: "shell-keys", run: () => (shortcuts().shown = !shortcuts().shown) },
  ];
}
