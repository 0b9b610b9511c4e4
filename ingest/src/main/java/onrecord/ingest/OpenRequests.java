package onrecord.ingest;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;

/**
 * Counts the requests that the server works on: from before anybody reads them until the server
 * itself has done with them, whatever the answer was and however it failed. Shared by the server's
 * threads.
 */
final class OpenRequests extends EventsHandler {
  private int open;

  @Override
  protected synchronized void onBeforeHandling(Request request) {
    open++;
  }

  @Override
  protected synchronized void onComplete(
      Request request, int status, HttpFields headers, Throwable failure) {
    open--;
    notifyAll();
  }

  /**
   * Waits until no request is open.
   *
   * @return false when some were not done in time
   */
  synchronized boolean awaitNone(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (open > 0) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }
}
