import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Reads every quote so far and prints who said what; run from the repository's root after a build:
 *
 * <pre>java -cp 'local/target/lib/*' docs/examples/ReadQuotes.java localhost:19092</pre>
 */
public final class ReadQuotes {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", args.length > 0 ? args[0] : "localhost:19092");
    settings.put("group.id", "read-quotes-" + ProcessHandle.current().pid());
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    // What a transaction has taken back must not be read.
    settings.put("isolation.level", "read_committed");
    settings.put(
        "key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    settings.put(
        "value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");

    // Of each quote the highest version counts, in whatever order they come.
    Map<String, JsonNode> quotes = new HashMap<>();
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of("quotes"));
      boolean began = false;
      while (true) {
        var records = consumer.poll(Duration.ofSeconds(began ? 2 : 20));
        if (records.isEmpty()) {
          break;
        }
        began = true;
        for (ConsumerRecord<String, byte[]> record : records) {
          JsonNode event = JSON.readTree(record.value());
          quotes.merge(
              event.path("quote").path("id").asText(),
              event,
              (old, late) ->
                  late.path("version").asLong() >= old.path("version").asLong() ? late : old);
        }
      }
    }
    for (JsonNode event : quotes.values()) {
      if (!event.path("operation").asText().equals("withdrawn")) {
        JsonNode quote = event.path("quote");
        String speaker = quote.path("speaker").path("name").asText("somebody unnamed");
        System.out.println(speaker + ": " + quote.path("text").asText());
      }
    }
  }
}
