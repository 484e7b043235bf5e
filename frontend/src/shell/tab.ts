/** What a tab of a browser remembers through a reload, and no other tab knows. */

const PREFIX = "pacelight.tab.";

/** What was kept under this name; null of nothing, or where the browser keeps nothing. */
export function recalled(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function keep(name: string, text: string): void {
  try {
    sessionStorage.setItem(PREFIX + name, text);
  } catch {
    // full, or not allowed to: it lasts as long as the page does
  }
}
