import { onMount } from "svelte";

/** Do something at once, and before each frame that is drawn, for so long as the component is there. */
export function onFrames(draw: () => void): void {
  onMount(() => {
    let request = 0;
    const frame = (): void => {
      draw();
      request = requestAnimationFrame(frame);
    };
    frame();
    return () => cancelAnimationFrame(request);
  });
}
