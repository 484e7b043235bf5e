import { onMount } from "svelte";

/** With less motion the picture steps once in so many milliseconds. */
const STEP_MS = 500;

/** Calls for every frame of the screen, or twice a second where less motion is wanted. */
export function everyFrame(draw: () => void, calm: () => boolean): () => void {
  let last = -Infinity;
  let request = requestAnimationFrame(frame);
  function frame(now: number): void {
    request = requestAnimationFrame(frame);
    if (calm() && now - last < STEP_MS) return;
    last = now;
    draw();
  }
  return () => cancelAnimationFrame(request);
}

/** Draw at once, and before each frame of the screen, for so long as the component is there. */
export function onFrames(draw: () => void): void {
  onMount(() => {
    draw();
    return everyFrame(draw, () => false);
  });
}
