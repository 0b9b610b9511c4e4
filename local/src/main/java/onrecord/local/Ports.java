package onrecord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports on the loopback address. A port that was free may be taken a moment later: who binds it
 * must be ready to ask again.
 */
final class Ports {
  private Ports() {}

  /**
   * The preferred port when nobody listens there, else any free one.
   *
   * @param preferred 0 for any free one
   */
  static int free(int preferred) throws IOException {
    try {
      return bindable(preferred);
    } catch (IOException taken) {
      return bindable(0);
    }
  }

  private static int bindable(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
