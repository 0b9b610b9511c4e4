package onrecord.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import onrecord.service.TopicSetup;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void whatWasAcceptedIsThereAfterARestartOnOtherPorts() throws Exception {
    try (LocalKafka broker = LocalKafka.start(directory, 0)) {
      TopicSetup.run(clients(broker), (short) 1, PATIENCE);
      assertEquals(0, send(broker));
    }
    try (LocalKafka broker = LocalKafka.start(directory, 0)) {
      assertEquals(1, send(broker));
    }
  }

  @Test
  void aTakenPortIsLeftToWhoHasIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LocalKafka broker = LocalKafka.start(directory, taken.getLocalPort())) {
      assertNotEquals(taken.getLocalPort(), broker.port());
    }
  }

  private static long send(LocalKafka broker) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            clients(broker).producer("test"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      return producer
          .send(new ProducerRecord<>(Topic.ARTICLES.topicName(), 0, null, new byte[] {1}))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .offset();
    }
  }

  private static KafkaClients clients(LocalKafka broker) {
    return new KafkaClients(broker.bootstrap(), Map.of());
  }
}
