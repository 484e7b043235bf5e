import type { Heard, Said } from "./hub.ts";
import { Stream, type Told } from "./stream.ts";

/** Whoever is told can say that it lost count, or that it goes. */
export interface Listening {
  anew(): void;
  stop(): void;
}

const SAY_MS = 2000;
/** A worker that says nothing for so long is dead: the page goes on by a stream of its own. */
const SILENT_MS = 6000;

/** Hear the server: through the stream that all tabs of this browser share, or through one of our own. */
export function listen(tell: (told: Told) => void): Listening {
  const worker = sharedWorker();
  return worker === null ? own(tell) : shared(worker, tell);
}

function sharedWorker(): SharedWorker | null {
  if (typeof SharedWorker === "undefined") return null;
  try {
    return new SharedWorker(new URL("./shared.worker.ts", import.meta.url), { type: "module", name: "pacelight" });
  } catch {
    return null; // a browser that allows none
  }
}

function own(tell: (told: Told) => void): Listening {
  const stream = new Stream(tell);
  stream.start();
  return { anew: () => stream.anew(), stop: () => stream.stop() };
}

function shared(worker: SharedWorker, tell: (told: Told) => void): Listening {
  let instead: Listening | null = null;
  let asked = performance.now();
  let answered = asked;
  const say = (said: Said): void => worker.port.postMessage(said);
  const here = (): void => {
    if (answered < asked && performance.now() - asked > SILENT_MS) leave();
    else if (answered >= asked) {
      asked = performance.now();
      say("here");
    }
  };
  const says = setInterval(here, SAY_MS);
  const bye = (): void => say("bye");
  const back = (): void => say("here");

  function stop(): void {
    clearInterval(says);
    removeEventListener("pagehide", bye);
    removeEventListener("pageshow", back);
    say("bye");
    worker.port.close();
  }
  function leave(): void {
    if (instead !== null) return;
    stop();
    instead = own(tell);
  }

  worker.onerror = leave;
  worker.port.onmessage = ({ data }: MessageEvent<Heard>) => {
    if (instead !== null) return;
    answered = performance.now();
    if (data.kind !== "here") tell(data);
  };
  addEventListener("pagehide", bye);
  addEventListener("pageshow", back);
  say("here");
  return {
    anew: () => (instead === null ? say("anew") : instead.anew()),
    stop: () => (instead === null ? stop() : instead.stop()),
  };
}
