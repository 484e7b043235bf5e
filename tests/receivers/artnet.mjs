// Tells what the npm package `dmxnet` takes by Art-Net, as lines of JSON.
// node artnet.mjs ADDRESS PORT-ADDRESS...: the interface, and the port-addresses that are listened to.
import dmxnet from 'dmxnet';

const [host, ...addresses] = process.argv.slice(2);
const tell = (told) => process.stdout.write(`${JSON.stringify(told)}\n`);
const node = new dmxnet.dmxnet({ hosts: [host], log: { level: 'error' } });

for (const address of addresses.map(Number)) {
  const place = { net: address >> 8, subnet: (address >> 4) & 15, universe: address & 15 };
  node.newReceiver(place).on('data', (data) => {
    tell({ kind: 'data', universe: address, data: Buffer.from(data).toString('hex') });
  });
}
node.listener4.on('listening', () => tell({ kind: 'listening' }));
