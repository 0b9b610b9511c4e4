package onrecord.service;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates and verifies the topics, then ends: the one-shot service of a deployment. */
public final class TopicsMain {
  private static final Logger log = LoggerFactory.getLogger(TopicsMain.class);

  private TopicsMain() {}

  public static void main(String[] args) {
    int code;
    try {
      Settings settings = new Settings(System.getenv());
      KafkaClients kafka = KafkaClients.from(settings);
      int replication = settings.integer("REPLICATION", 1, 1, 100);
      Duration patience = settings.duration("START_TIMEOUT", Duration.ofMinutes(2));
      settings.refuseUnknown();
      TopicSetup.run(kafka, (short) replication, patience);
      code = ServiceMain.STOPPED;
    } catch (Settings.WrongSettings e) {
      log.error("The topics can't be made: {}", e.getMessage());
      code = ServiceMain.WRONG_SETTINGS;
    } catch (Exception e) {
      log.error("The topics can't be made", e);
      code = ServiceMain.FAILED_START;
    }
    System.exit(code);
  }
}
