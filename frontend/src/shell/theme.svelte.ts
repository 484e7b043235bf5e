import { SvelteMap } from "svelte/reactivity";

/** Of the one sheet of colours (`src/pacelight/web/style/style.css`). */
export type Theme = "dark" | "light" | "sunlight";

export const THEMES: readonly Theme[] = ["dark", "light", "sunlight"];
/** Kept for a year, as the server keeps it: the pages that it writes are shown in the same theme. */
const KEPT = "path=/; max-age=31536000; samesite=lax";

/** Whoever draws by the theme draws anew when another is chosen. */
const shown = new SvelteMap<"now", Theme>();

/** The theme in use. */
export const theme = (): Theme => shown.get("now") ?? "dark";

/** What was chosen in this browser; else what the system prefers. */
export function storedTheme(): Theme {
  return chosenIn(document.cookie) ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
}

export function applyTheme(chosen: Theme): void {
  document.documentElement.dataset["theme"] = chosen;
  shown.set("now", chosen);
}

/** A browser that keeps no cookie shows the system's theme next time. */
export function chooseTheme(chosen: Theme): void {
  applyTheme(chosen);
  document.cookie = `theme=${chosen}; ${KEPT}`;
}

/** The theme that cookies name; null where they name none. */
export function chosenIn(cookies: string): Theme | null {
  const named = cookies.split("; ").find((one) => one.startsWith("theme="))?.slice("theme=".length);
  return THEMES.find((one) => one === named) ?? null;
}
