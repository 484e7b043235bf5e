/** What counts as a press, for a browser that plays nothing before. */
const PRESSES = ["pointerup", "keydown"] as const;
const DRAWN_MS = 5000;

/**
 * A picture of two points that plays without an end: while a page shows one, a browser keeps the screen on.
 *
 * It is the stream of a canvas, not a file, since each engine has a rule of its own for what counts: Chromium wants
 * a video that covers a fifth of the page or is a stream (blink, `video_wake_lock.cc`), Firefox one that has sound
 * or is a stream (`HTMLVideoElement::ShouldCreateVideoWakeLock`). It has to be on the page, and within it.
 * WebKit wants one that can be heard (`HTMLMediaElement::shouldDisableSleep`): there it keeps nothing awake, and
 * nobody is told that it does.
 */
export class Playing {
  readonly #video = document.createElement("video");
  readonly #context = document.createElement("canvas").getContext("2d");
  readonly #told: (kept: boolean) => void;
  #draws: ReturnType<typeof setInterval> | undefined;

  /** @param told whether the screen is kept on, whenever that changes */
  constructor(told: (kept: boolean) => void) {
    this.#told = told;
    this.#video.muted = this.#video.playsInline = true;
    this.#video.ariaHidden = "true";
    Object.assign(this.#video.style, { position: "fixed", bottom: "0", left: "0", width: "2px", height: "2px", opacity: "0.01", pointerEvents: "none" });
    this.#video.addEventListener("playing", () => this.#told(!isWebKit()));
    this.#video.addEventListener("pause", () => this.#told(false));
  }

  /** Play; a browser that wants a press first is asked again at the next one. */
  go(): void {
    if (this.#context === null || !("captureStream" in this.#context.canvas)) {
      this.#told(false);
      return;
    }
    this.#begin(this.#context);
    this.#video.play().then(this.#deaf, () => {
      this.#told(false);
      for (const press of PRESSES) addEventListener(press, this.#again, { capture: true });
    });
  }

  end(): void {
    this.#deaf();
    clearInterval(this.#draws);
    this.#draws = undefined;
    if (this.#video.srcObject instanceof MediaStream) for (const track of this.#video.srcObject.getTracks()) track.stop();
    this.#video.srcObject = null;
    this.#video.remove();
  }

  #begin(context: CanvasRenderingContext2D): void {
    if (this.#draws !== undefined) return;
    context.canvas.width = context.canvas.height = 2;
    this.#video.srcObject = context.canvas.captureStream();
    document.body.append(this.#video);
    let shade = 0;
    const draw = (): void => {
      shade = 1 - shade;
      context.fillStyle = shade === 0 ? "#000" : "#010101";
      context.fillRect(0, 0, 2, 2);
    };
    draw(); // a canvas that is never drawn on streams nothing
    this.#draws = setInterval(draw, DRAWN_MS);
  }

  readonly #again = (): void => {
    this.#deaf();
    this.go();
  };

  readonly #deaf = (): void => {
    for (const press of PRESSES) removeEventListener(press, this.#again, { capture: true });
  };
}

/** Whether this is Safari, or any browser of an iPhone or iPad. */
const isWebKit = (): boolean => "GestureEvent" in window;
