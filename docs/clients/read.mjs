// read.mjs BOOTSTRAP REGISTRY CUSTOMER REQUEST_ID: prints a customer's decisions up to that of the request.
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';

const [bootstrap, registry, customer, requestId] = process.argv.slice(2);
const topic = 'licensing.decisions';

// Our topics are compressed with LZ4, for which kafkajs has no codec of its own.
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = () => ({
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const deserializer = new AvroDeserializer(new SchemaRegistryClient({ baseURLs: [registry] }), SerdeType.VALUE, {});
const kafka = new kafkajs.Kafka({ brokers: bootstrap.split(','), logLevel: kafkajs.logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `javascript-${customer}`, readUncommitted: false });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await new Promise((done, failed) => {
  const eachMessage = async ({ message }) => {
    if (message.key.toString() !== customer) return;
    const decision = await deserializer.deserialize(topic, message.value);
    console.log(JSON.stringify(decision));
    if (decision.causeId === requestId) done();
  };
  consumer.on(consumer.events.CRASH, ({ payload }) => failed(payload.error));
  consumer.run({ eachMessage }).catch(failed);
});
await consumer.disconnect();
