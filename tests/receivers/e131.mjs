// Tells every packet that the npm package `sacn` takes, and every one that it refuses, as a line of JSON.
// node e131.mjs ADDRESS FIRST LAST: the interface, and the universes that are listened to.
import sacn from 'sacn';

const [iface, first, last] = process.argv.slice(2);
const universes = Array.from({ length: last - first + 1 }, (_, nth) => Number(first) + nth);
const tell = (told) => process.stdout.write(`${JSON.stringify(told)}\n`);
const receiver = new sacn.Receiver({ universes, iface, reuseAddr: true });

receiver.on('packet', (packet) => {
  const { universe, sequence, priority, sourceName, syncUniverse, options, privatePayload } = packet;
  const data = privatePayload.toString('hex');
  tell({ kind: 'packet', universe, sequence, priority, sourceName, syncUniverse, options, data });
});
for (const kind of ['PacketCorruption', 'PacketOutOfOrder', 'error']) {
  receiver.on(kind, (error) => tell({ kind, text: String(error) }));
}
receiver.socket.on('listening', () => tell({ kind: 'listening' }));
