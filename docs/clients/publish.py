"""publish.py BOOTSTRAP REGISTRY CUSTOMER REQUEST_ID: registers a customer."""

import io
import json
import sys
from urllib.request import urlopen

from avro.io import BinaryEncoder, DatumWriter
from avro.schema import parse
from confluent_kafka import Producer

TOPIC = "licensing.requests"


class NamedBranches(DatumWriter):
    """Takes a command as (name, fields). By fields alone, a confirmation would be written as a decline."""

    def write_union(self, schema, datum, encoder):
        if not isinstance(datum, tuple):
            return super().write_union(schema, datum, encoder)
        name, fields = datum
        index = [branch.name for branch in schema.schemas].index(name)
        encoder.write_long(index)
        self.write_data(schema.schemas[index], fields, encoder)


def encode(registry, topic, value):
    """Byte 0, the id of the latest schema in 4 bytes, Avro binary."""
    latest = json.load(urlopen(f"{registry}/subjects/{topic}-value/versions/latest"))
    schema = parse(latest["schema"])
    binary = io.BytesIO()
    NamedBranches().write_data(schema, value, BinaryEncoder(binary))
    return b"\0" + latest["id"].to_bytes(4, "big") + binary.getvalue()


def report(error, message):
    if error:
        sys.exit(str(error))
    print(json.dumps({"partition": message.partition(), "offset": message.offset()}))


bootstrap, registry, customer, request_id = sys.argv[1:]
producer = Producer(
    {
        "bootstrap.servers": bootstrap,
        "partitioner": "murmur2_random",  # the default is CRC32, another partition for most customers
        "enable.idempotence": True,
        "compression.type": "lz4",
    }
)
request = {
    "requestId": request_id,
    "customerId": customer,
    "partnerId": "p1",
    "channel": "CUSTOMERS",
    "command": (
        "RegisterCustomer",
        {"system": "link", "renewalMethod": "MANUAL", "items": [{"product": "cloud", "quantity": 1}]},
    ),
}
producer.produce(TOPIC, key=customer, value=encode(registry, TOPIC, request), on_delivery=report)
producer.flush()
