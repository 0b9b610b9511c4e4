package onrecord.local.truth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import onrecord.events.Topic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A story that was sent under ids of its own, with the place of each of its records. */
final class Told {
  private final Story story;
  private final int telling;
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Step, Future<RecordMetadata>> places = new HashMap<>();

  /**
   * A story that is still to be sent.
   *
   * @param telling keeps apart the tellings of stories of one seed
   */
  Told(Story story, int telling) {
    this.story = story;
    this.telling = telling;
  }

  Story story() {
    return story;
  }

  String id(int article) {
    return "story-" + story.seed() + "." + telling + "-" + article;
  }

  /** The part of an article's id that all articles of its story have. */
  static String storyOf(String id) {
    return id.substring(0, id.lastIndexOf('-'));
  }

  /** The ids of all articles that the story may have. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Step step : story.steps()) {
      if (!ids.contains(id(step.article()))) {
        ids.add(id(step.article()));
      }
    }
    return ids;
  }

  String basicText(int family) {
    return texts.computeIfAbsent(family, key -> story.basicText(key, telling));
  }

  /** Sends a step; all of a story are sent by one producer, in their order. */
  void send(int step, Producer<byte[], byte[]> producer) {
    Step each = story.steps().get(step);
    String id = id(each.article());
    places.put(
        each,
        producer.send(
            new ProducerRecord<>(
                Topic.ARTICLES.topicName(),
                null,
                each.at().toEpochMilli(),
                id.getBytes(StandardCharsets.UTF_8),
                each.value(id, basicText(each.family())))));
  }

  /** Where a step's record stands; waits until the broker has it. */
  String place(Step step) {
    try {
      RecordMetadata place = places.get(step).get();
      return place.partition() + ":" + place.offset();
    } catch (Exception e) {
      throw new AssertionError("A record was not taken by the broker", e);
    }
  }
}
