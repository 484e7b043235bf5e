import { Playing } from "./playing.ts";

/** Keeps the screen on: by the browser's own lock, else by a picture that plays. */
export class Awake {
  /** Whether the screen stays on, as far as the browser says; null before it has said anything. */
  kept: boolean | null = $state(null);
  #held: WakeLockSentinel | null = null;
  #playing: Playing | null = null;
  #isOver = true;

  /** Keep it on until the function that is returned is called. */
  start(): () => void {
    this.#isOver = false;
    const back = (): void => void this.#hold();
    document.addEventListener("visibilitychange", back);
    void this.#hold();
    return () => {
      this.#isOver = true;
      document.removeEventListener("visibilitychange", back);
      void this.#held?.release();
      this.#playing?.end();
      [this.#held, this.#playing, this.kept] = [null, null, null];
    };
  }

  async #hold(): Promise<void> {
    if (this.#isOver || document.visibilityState !== "visible") return;
    const got = await locked();
    if (this.#isOver) await got?.release();
    else if (got === null) this.#play();
    else this.#has(got);
  }

  /** The browser takes a lock back when its page is hidden, or when the battery runs low. */
  #has(got: WakeLockSentinel): void {
    [this.#held, this.kept] = [got, true];
    got.addEventListener("release", () => {
      if (this.#held !== got || this.#isOver) return;
      [this.#held, this.kept] = [null, false];
      if (document.visibilityState === "visible") this.#play();
    });
  }

  #play(): void {
    this.#playing ??= new Playing((kept) => (this.kept = kept));
    this.#playing.go();
  }
}

/** The browser's own lock; null where it has none, as over plain http, or gives it to nobody now. */
async function locked(): Promise<WakeLockSentinel | null> {
  if (!("wakeLock" in navigator)) return null;
  try {
    return await navigator.wakeLock.request("screen");
  } catch {
    return null;
  }
}
