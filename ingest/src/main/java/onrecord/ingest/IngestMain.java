package onrecord.ingest;

import onrecord.service.ServiceMain;

/** Ingest as a process. */
public final class IngestMain {
  private IngestMain() {}

  public static void main(String[] args) {
    ServiceMain.run("ingest", () -> IngestService.start(IngestConfig.from(System.getenv())));
  }
}
