package onrecord.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Properties;
import onrecord.events.Topic;
import onrecord.service.Settings.WrongSettings;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {
  @Test
  void everyDefaultIsPinned() {
    assertEquals(
        new KafkaClients("localhost:9092", Map.of()), KafkaClients.from(new Settings(Map.of())));
  }

  @Test
  void furtherPropertiesGoToEveryClient() {
    KafkaClients kafka = from("security.protocol = SSL ;\nssl.key.password=a=b\n\n");

    for (Properties properties :
        new Properties[] {kafka.common("c"), kafka.producer("c"), kafka.consumer("c")}) {
      assertEquals("broker:1", properties.get("bootstrap.servers"));
      assertEquals("c", properties.get("client.id"));
      assertEquals("SSL", properties.get("security.protocol"));
      assertEquals("a=b", properties.get("ssl.key.password"));
    }
  }

  @Test
  void furtherPropertiesCannotWeakenWhatTheStreamGuarantees() {
    KafkaClients kafka =
        from(
            "acks=0;enable.idempotence=false;isolation.level=read_uncommitted;enable.auto.commit=true");

    assertEquals("all", kafka.producer("c").get("acks"));
    assertEquals(true, kafka.producer("c").get("enable.idempotence"));
    assertEquals("read_committed", kafka.consumer("c").get("isolation.level"));
    assertEquals(false, kafka.consumer("c").get("enable.auto.commit"));
  }

  @Test
  void aClientTakesTheLargestRecordOfTheContract() {
    KafkaClients kafka = from("");

    assertEquals(Topic.MAX_MESSAGE_BYTES, kafka.producer("c").get("max.request.size"));
    assertEquals(Topic.MAX_MESSAGE_BYTES, kafka.consumer("c").get("max.partition.fetch.bytes"));
  }

  @Test
  void aPropertyWithoutANameIsRefusedAndNotPrinted() {
    for (String properties : new String[] {"=s3cret", "s3cret", "a=b;s3cret"}) {
      WrongSettings refusal = assertThrows(WrongSettings.class, () -> from(properties));

      assertFalse(refusal.getMessage().contains("s3cret"), refusal.getMessage());
    }
  }

  private static KafkaClients from(String properties) {
    Settings settings =
        new Settings(
            Map.of(
                "ONRECORD_KAFKA_BOOTSTRAP", "broker:1", "ONRECORD_KAFKA_PROPERTIES", properties));
    KafkaClients kafka = KafkaClients.from(settings);
    settings.refuseUnknown();
    return kafka;
  }
}
