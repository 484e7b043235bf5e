import { mount, type Component } from "svelte";
import { begin } from "../words/languages.ts";
import { applyTheme, storedTheme } from "./theme.svelte.ts";

/** Show a page: in the theme and the language that were chosen in this browser, or else as the system has them. */
export async function show(Page: Component): Promise<void> {
  applyTheme(storedTheme());
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => applyTheme(storedTheme()));
  await begin();
  const target = document.getElementById("page");
  if (target !== null) mount(Page, { target });
}
