// publish.mjs BOOTSTRAP REGISTRY CUSTOMER REQUEST_ID: registers a customer.
import { AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import { Kafka, Partitioners, logLevel } from 'kafkajs';

const [bootstrap, registry, customer, requestId] = process.argv.slice(2);
const topic = 'licensing.requests';

const serializer = new AvroSerializer(new SchemaRegistryClient({ baseURLs: [registry] }), SerdeType.VALUE, {
  autoRegisterSchemas: false,
  useLatestVersion: true,
});
const request = {
  requestId,
  customerId: customer,
  partnerId: 'p1',
  channel: 'CUSTOMERS',
  command: {
    'dev.licenseflow.schema.request.RegisterCustomer': {
      system: 'link',
      renewalMethod: 'MANUAL',
      items: [{ product: 'cloud', quantity: 1 }],
    },
  },
};

const producer = new Kafka({ brokers: bootstrap.split(','), logLevel: logLevel.ERROR }).producer({
  createPartitioner: Partitioners.DefaultPartitioner, // murmur2, as in Java; LegacyPartitioner is another
  idempotent: true,
});
await producer.connect();
const [sent] = await producer.send({
  topic,
  messages: [{ key: customer, value: await serializer.serialize(topic, request) }],
});
console.log(JSON.stringify({ partition: sent.partition, offset: Number(sent.baseOffset) }));
await producer.disconnect();
