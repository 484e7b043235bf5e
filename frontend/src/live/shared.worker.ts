import { Hub, type Said } from "./hub.ts";
import { Stream } from "./stream.ts";

/** One for each browser and build of the pages: it ends with its last tab. */
const hub = new Hub();
const stream = new Stream((told) => hub.tell(told));
stream.start();

addEventListener("connect", (event) => {
  const [port] = (event as MessageEvent).ports;
  if (port === undefined) return;
  port.onmessage = ({ data }: MessageEvent<Said>) => hub.hear(port, data);
});
