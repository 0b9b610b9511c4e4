package onrecord.sink;

import onrecord.service.ServiceMain;

/** The sink as a process, configured by its environment. */
public final class SinkMain {
  private SinkMain() {}

  public static void main(String[] args) {
    ServiceMain.run("sink", () -> SinkService.start(SinkConfig.from(System.getenv())));
  }
}
