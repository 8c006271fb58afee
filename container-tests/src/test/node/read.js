// SPDX-License-Identifier: Apache-2.0
// node read.js BOOTSTRAP REGISTRY TOPIC COUNT: prints COUNT records of a topic, one JSON object a line, and ends.
// Knows nothing of Ballast: broker, registry and topic are all it is told.
const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

const [bootstrap, registryUrl, topic, count] = process.argv.slice(2);
const registry = new SchemaRegistry({ host: registryUrl });
const consumer = new Kafka({ clientId: 'foreign-reader', brokers: [bootstrap], logLevel: logLevel.ERROR })
  .consumer({ groupId: 'foreign-reader' });

async function main() {
  let left = Number(count);
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer.run({
      eachMessage: async ({ message }) => {
        if (left <= 0) return;
        const value = await registry.decode(message.value);
        console.log(JSON.stringify({ key: message.key.toString('utf8'), timestamp: message.timestamp, value }));
        left -= 1;
        if (left === 0) resolve();
      },
    });
  });
  await consumer.disconnect();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
