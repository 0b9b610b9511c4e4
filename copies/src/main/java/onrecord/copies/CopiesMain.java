package onrecord.copies;

import onrecord.service.ServiceMain;

/** Copies as a process. */
public final class CopiesMain {
  private CopiesMain() {}

  public static void main(String[] args) {
    ServiceMain.run("copies", () -> CopiesService.start(CopiesConfig.from(System.getenv())));
  }
}
