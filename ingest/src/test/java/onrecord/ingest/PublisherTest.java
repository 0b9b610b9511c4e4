package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());

  @Test
  void anArticleIsPublishedWhenKafkaHasIt() throws Exception {
    Publisher publisher = new Publisher(kafka, 10_000);

    CompletableFuture<Publisher.Place> place = publisher.publish(article("x"), Duration.ZERO);
    assertFalse(place.isDone());
    kafka.completeNext();

    assertEquals(0, place.get().offset());
  }

  @Test
  void whereThereIsNoRoomThePublisherIsBusy() throws Exception {
    Publisher publisher = new Publisher(kafka, 3_000);
    CompletableFuture<Publisher.Place> first =
        publisher.publish(article("x".repeat(1_000)), Duration.ZERO);

    assertFalse(first.isDone());
    assertThrows(
        Publisher.Busy.class, () -> publisher.publish(article("x".repeat(1_000)), Duration.ZERO));
  }

  @Test
  void afterAFailureThereIsRoomAgain() throws Exception {
    Publisher publisher = new Publisher(kafka, 3_000);
    CompletableFuture<Publisher.Place> first =
        publisher.publish(article("x".repeat(1_000)), Duration.ZERO);

    kafka.errorNext(new TimeoutException("no broker"));

    assertInstanceOf(
        TimeoutException.class, assertThrows(ExecutionException.class, first::get).getCause());
    assertFalse(publisher.publish(article("x".repeat(1_000)), Duration.ZERO).isDone());
  }

  @Test
  void whatTheProducerThrowsFailsTheArticleAndLeavesRoom() throws Exception {
    Publisher publisher = new Publisher(kafka, 3_000);
    kafka.sendException = new KafkaException("no");

    for (int i = 0; i < 2; i++) {
      CompletableFuture<Publisher.Place> place =
          publisher.publish(article("x".repeat(1_000)), Duration.ZERO);
      assertThrows(ExecutionException.class, place::get);
    }
  }

  @Test
  void anArticleLargerThanTheRoomGoesAlone() throws Exception {
    Publisher publisher = new Publisher(kafka, 3_000);

    CompletableFuture<Publisher.Place> place =
        publisher.publish(article("x".repeat(10_000)), Duration.ZERO);
    kafka.completeNext();

    assertEquals(0, place.get().partition());
  }

  private static Article article(String body) {
    return new ArticleBuilder("a").ingestedAt(Instant.EPOCH).body(body).build();
  }
}
