import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Hub, type Heard, type Port } from "../src/live/hub.ts";
import type { Snapshot } from "../src/live/protocol.ts";
import { Stream, ZOMBIE_MS, type Events, type Told } from "../src/live/stream.ts";

const snapshot = (seq: number, boot = "one"): Snapshot => ({ boot, seq, state: "loaded", clock: { gun_unix_ns: null, rate: 1, server_unix_ns: 7 } }) as unknown as Snapshot;
const beat = { server_unix_ns: 5e18, engine: true, seq: 0 };

/** A stream whose server the test plays. */
class Server {
  readonly asked: string[] = [];
  readonly told: Told[] = [];
  readonly stream: Stream = new Stream((one) => this.told.push(one), (address) => this.#opened(address));
  #listeners = new Map<string, (event: MessageEvent) => void>();

  #opened(address: string): Events {
    this.asked.push(address);
    this.#listeners = new Map();
    return { addEventListener: (type, listener) => void this.#listeners.set(type, listener), close: () => undefined };
  }

  say(type: string, data?: unknown): void {
    this.#listeners.get(type)?.({ data: JSON.stringify(data) } as MessageEvent);
  }
}

function played(play: (server: Server, pass: (ms: number) => void) => void): void {
  let now = 0;
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const clock = mock.method(performance, "now", () => now);
  const server = new Server();
  server.stream.start();
  try {
    play(server, (ms) => {
      now += ms;
      mock.timers.tick(ms);
    });
  } finally {
    server.stream.stop();
    clock.mock.restore();
    mock.timers.reset();
  }
}

test("a stream that broke goes on after the last event that it has, again and again", () =>
  played((server, pass) => {
    server.say("snapshot", snapshot(4));
    server.say("delta", { type: "state", state: "checked", seq: 5 });
    for (let n = 0; n < 3; n += 1) {
      server.say("error");
      pass(1500);
    }
    assert.deepEqual(server.asked, ["/api/events", ...Array(3).fill("/api/events?boot=one&after=5")]);
    assert.deepEqual(server.told.map(({ kind }) => kind), ["snapshot", "delta"]);
  }));

test("a delta that is known is passed over, and one before which another is missing is not taken", () =>
  played((server, pass) => {
    server.say("snapshot", snapshot(4));
    server.say("delta", { type: "state", state: "armed", seq: 4 });
    server.say("delta", { type: "state", state: "armed", seq: 6 });
    pass(1500);
    assert.deepEqual(server.told.map(({ kind }) => kind), ["snapshot"]);
    assert.equal(server.asked.at(-1), "/api/events?boot=one&after=4");
  }));

test("a stream that is open and silent is dead, and another is opened", () =>
  played((server, pass) => {
    server.say("beat", beat);
    pass(ZOMBIE_MS - 600);
    assert.equal(server.asked.length, 1);
    pass(600);
    pass(600);
    pass(1500);
    assert.equal(server.asked.length, 2);
  }));

class Tab implements Port {
  readonly heard: Heard[] = [];
  postMessage(heard: Heard): void {
    this.heard.push(heard);
  }
  get kinds(): string[] {
    return this.heard.map(({ kind }) => kind);
  }
}

test("a tab that opens late is told all that is known, with the time of now; all tabs hear the same from then on", () => {
  let now = 0;
  const hub = new Hub(() => now);
  const [first, late] = [new Tab(), new Tab()];
  hub.hear(first, "here");
  hub.tell({ kind: "snapshot", snapshot: snapshot(4) });
  hub.tell({ kind: "beat", beat });
  hub.tell({ kind: "delta", delta: { type: "state", state: "checked", seq: 5 } });
  now = 250;
  hub.hear(late, "here");
  const [told] = late.heard;
  assert.ok(told?.kind === "snapshot");
  assert.deepEqual([told.snapshot.seq, told.snapshot.state], [5, "checked"]);
  assert.equal(told.snapshot.clock.server_unix_ns, beat.server_unix_ns + 250e6);
  hub.tell({ kind: "delta", delta: { type: "state", state: "armed", seq: 6 } });
  assert.equal(first.heard.at(-1), late.heard.at(-1));
  assert.deepEqual(first.kinds, ["here", "snapshot", "beat", "delta", "delta"]);
});

test("a tab that went hears nothing, and one that was forgotten is taken in by its next word", () => {
  const hub = new Hub(() => 0);
  const tab = new Tab();
  hub.hear(tab, "here");
  hub.hear(tab, "bye");
  hub.tell({ kind: "snapshot", snapshot: snapshot(1) });
  hub.tell({ kind: "beat", beat });
  assert.deepEqual([tab.kinds, hub.tabs], [["here"], 0]);
  hub.hear(tab, "here");
  hub.hear(tab, "here");
  hub.hear(tab, "anew");
  assert.deepEqual(tab.kinds, ["here", "snapshot", "here", "here", "snapshot", "here"]);
});
