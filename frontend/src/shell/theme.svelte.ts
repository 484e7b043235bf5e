import { SvelteMap } from "svelte/reactivity";

/** Of the one sheet of colours (`src/pacelight/web/style/style.css`). */
export type Theme = "dark" | "light" | "sunlight";

export const THEMES: readonly Theme[] = ["dark", "light", "sunlight"];
const KEY = "pacelight.theme";

/** Whoever draws by the theme draws anew when another is chosen. */
const shown = new SvelteMap<"now", Theme>();

/** The theme in use. */
export const theme = (): Theme => shown.get("now") ?? "dark";

/** What was chosen here before; else what the system prefers. */
export function storedTheme(): Theme {
  const chosen = THEMES.find((one) => one === remembered());
  return chosen ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
}

export function applyTheme(chosen: Theme): void {
  document.documentElement.dataset["theme"] = chosen;
  shown.set("now", chosen);
}

export function chooseTheme(chosen: Theme): void {
  applyTheme(chosen);
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // A browser that keeps nothing shows the system's theme next time.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
