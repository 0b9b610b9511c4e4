package onrecord.desk;

import onrecord.service.ServiceMain;

/** The desk as a process. */
public final class DeskMain {
  private DeskMain() {}

  /** Runs until a signal; the exit codes are {@link ServiceMain}'s. */
  public static void main(String[] arguments) {
    ServiceMain.run("desk", () -> DeskService.start(DeskConfig.from(System.getenv())));
  }
}
