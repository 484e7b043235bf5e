/** Keep the screen on, where the browser can, until the function that is returned is called. */
export function stayAwake(): () => void {
  let held: WakeLockSentinel | null = null;
  let isOver = false;

  async function hold(): Promise<void> {
    if (isOver || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      const got = await navigator.wakeLock.request("screen");
      if (isOver) await got.release();
      else held = got;
    } catch {
      // Low battery: the phone decides. What was pressed is kept through its sleep.
    }
  }

  const back = (): void => void hold();
  document.addEventListener("visibilitychange", back);
  void hold();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", back);
    void held?.release();
  };
}
