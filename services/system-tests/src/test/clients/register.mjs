// register.mjs REGISTRY: registers a LicenseRequest of one field, as a client that registers by itself would.
import { SchemaRegistryClient } from '@confluentinc/schemaregistry';

const [registry] = process.argv.slice(2);
const schema = {
  type: 'record',
  name: 'LicenseRequest',
  namespace: 'dev.licenseflow.schema',
  fields: [{ name: 'requestId', type: 'string' }],
};
try {
  const client = new SchemaRegistryClient({ baseURLs: [registry] });
  const id = await client.register('licensing.requests-value', { schemaType: 'AVRO', schema: JSON.stringify(schema) });
  console.log(JSON.stringify({ id }));
} catch (refused) {
  console.log(JSON.stringify({ status: refused.status, errorCode: refused.errorCode }));
}
