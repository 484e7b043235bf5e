import type { Attachment } from "svelte/attachments";

const [LARGEST, SMALLEST, STEP] = [3.2, 0.8, 0.1];

/** The letters are as large as lets all of the text stand within what it is in. */
export function fitted(text: string): Attachment<HTMLElement> {
  return (element) => {
    const within = element.parentElement ?? element;
    const isIn = (): boolean => element.offsetHeight <= within.clientHeight * 0.92 && element.scrollWidth <= element.clientWidth;
    const fit = (): void => {
      element.textContent = text;
      for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
        element.style.fontSize = `${size}rem`;
        if (isIn()) return;
      }
    };
    fit();
    const seen = new ResizeObserver(fit);
    seen.observe(within);
    return () => seen.disconnect();
  };
}
