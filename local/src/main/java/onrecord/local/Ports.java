package onrecord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on the loopback address. A port that was free may be taken a moment later: who binds it
 * must be ready to ask again.
 */
final class Ports {
  /**
   * Where free ports are looked for: below those that the systems give to outgoing connections
   * (from 32768 on Linux, from 49152 elsewhere). Else a Kafka client that starts meanwhile may be
   * given the very port that its neighbour is about to listen on.
   */
  private static final int FIRST = 15_000;

  private static final int END = 32_000;
  private static final int TRIES = 50;

  private Ports() {}

  /**
   * The preferred port when nobody listens there, else any free one.
   *
   * @param preferred 0 for any free one
   */
  static int free(int preferred) throws IOException {
    int port = preferred == 0 ? any() : preferred;
    for (int i = 0; i < TRIES; i++) {
      try {
        return bindable(port);
      } catch (IOException taken) {
        port = any();
      }
    }
    return bindable(0);
  }

  private static int any() {
    return ThreadLocalRandom.current().nextInt(FIRST, END);
  }

  private static int bindable(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
