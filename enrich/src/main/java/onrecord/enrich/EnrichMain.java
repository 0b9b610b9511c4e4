package onrecord.enrich;

import onrecord.service.ServiceMain;

/** Enrich as a process. */
public final class EnrichMain {
  private EnrichMain() {}

  public static void main(String[] args) {
    ServiceMain.run("enrich", () -> EnrichService.start(EnrichConfig.from(System.getenv())));
  }
}
