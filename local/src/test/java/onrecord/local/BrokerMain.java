package onrecord.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import onrecord.service.RunningService;
import onrecord.service.ServiceMain;

/** A broker as a process of its own: its directory and its port are the arguments. */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] args) {
    ServiceMain.run(
        "broker",
        () -> {
          LocalKafka broker = LocalKafka.start(Path.of(args[0]), Integer.parseInt(args[1]));
          return new RunningService() {
            @Override
            public String awaitEnd() throws InterruptedException {
              try {
                return broker.death().get();
              } catch (ExecutionException e) {
                return e.toString();
              }
            }

            @Override
            public boolean stop(Duration patience) {
              broker.close();
              return true;
            }
          };
        });
  }
}
