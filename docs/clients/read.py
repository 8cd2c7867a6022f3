"""read.py BOOTSTRAP REGISTRY CUSTOMER REQUEST_ID: prints a customer's decisions up to that of the request."""

import io
import json
import sys
from functools import cache
from urllib.request import urlopen

from avro.io import BinaryDecoder, DatumReader
from avro.schema import parse
from confluent_kafka import Consumer

bootstrap, registry, customer, request_id = sys.argv[1:]


@cache
def schema(schema_id):
    return parse(json.load(urlopen(f"{registry}/schemas/ids/{schema_id}"))["schema"])


def decode(value):
    reader = DatumReader(schema(int.from_bytes(value[1:5], "big")))
    return reader.read(BinaryDecoder(io.BytesIO(value[5:])))


consumer = Consumer(
    {
        "bootstrap.servers": bootstrap,
        "group.id": f"python-{customer}",
        "auto.offset.reset": "earliest",
        "isolation.level": "read_committed",
    }
)
consumer.subscribe(["licensing.decisions"])
while True:
    message = consumer.poll(1)
    if message is None:
        continue
    if message.error():
        sys.exit(str(message.error()))
    if message.key().decode() == customer:
        decision = decode(message.value())
        print(json.dumps(decision, default=str))
        if decision["causeId"] == request_id:
            break
consumer.close()
