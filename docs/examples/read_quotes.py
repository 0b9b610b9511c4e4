"""Prints who said what, from the events of whole articles, and checks every offset.

Needs confluent-kafka (Debian: python3-confluent-kafka), which knows transactions: kafka-python 2.0
hands their markers out as if they were events. Run it with the broker's address:

    python3 docs/examples/read_quotes.py localhost:19092
"""
import json
import sys

from confluent_kafka import Consumer

consumer = Consumer(
    {
        "bootstrap.servers": sys.argv[1] if len(sys.argv) > 1 else "localhost:19092",
        "group.id": "read-quotes",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "enable.partition.eof": True,
    }
)
consumer.subscribe(["articles.enriched"])


def words(utf16, span):
    """Offsets count UTF-16 code units; Python's strings count code points."""
    return utf16[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


ended = set()
while not ended or len(ended) < len(consumer.assignment()):
    record = consumer.poll(10)
    if record is None:
        break
    if record.error():
        ended.add(record.partition())
        continue
    article = json.loads(record.value())
    utf16 = article["text"].encode("utf-16-le")
    for quote in article["quotes"]:
        for span in quote["spans"]:
            assert words(utf16, span) == span["exact"]
        speaker = (quote.get("speaker") or {}).get("name") or "somebody unnamed"
        print(f"{speaker}: {quote['text']}")
consumer.close()
