// SPDX-License-Identifier: Apache-2.0
// node read-topic.js BROKER REGISTRY TOPIC COUNT: prints that many records of a topic, decoded, as JSON lines.
'use strict';

const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

async function main([broker, registryUrl, topic, count]) {
  const registry = new SchemaRegistry({ host: registryUrl });
  const consumer = new Kafka({ clientId: 'foreign', brokers: [broker], logLevel: logLevel.ERROR })
    .consumer({ groupId: 'foreign-client' });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let left = Number(count);
  await new Promise((done, failed) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => failed(payload.error));
    consumer.run({
      eachMessage: async ({ message }) => {
        const value = message.value === null ? null : await registry.decode(message.value);
        console.log(JSON.stringify({ key: message.key.toString(), timestamp: message.timestamp, value }));
        if (--left === 0) {
          done();
        }
      },
    }).catch(failed);
  });
  await consumer.disconnect();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
