"""send.py BOOTSTRAP TOPIC [NAME=VALUE...]: sends each line of the input as one record with librdkafka's defaults, but for
the properties named. A line is {"key": text, "headers": {name: text}, "value": base64}; for each, a line says where the
record is or why it was refused.
"""

import base64
import json
import sys

from confluent_kafka import KafkaException, Producer


def report(error, message):
    print(json.dumps({"error": error.name()} if error else {"partition": message.partition(), "offset": message.offset()}))


bootstrap, topic, *properties = sys.argv[1:]
producer = Producer({"bootstrap.servers": bootstrap, **dict(each.split("=", 1) for each in properties)})
for line in sys.stdin:
    record = json.loads(line)
    try:
        producer.produce(
            topic,
            key=record["key"],
            value=base64.b64decode(record["value"]),
            headers=record["headers"],
            on_delivery=report,
        )
    except KafkaException as refused:
        report(refused.args[0], None)
    producer.flush()
