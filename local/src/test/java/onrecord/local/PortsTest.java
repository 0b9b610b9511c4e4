package onrecord.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  /** From where on Linux gives ports to outgoing connections. */
  private static final int OUTGOING = 32_768;

  @Test
  void aFreePortIsNoneThatAnOutgoingConnectionMayBeGiven() throws IOException {
    for (int i = 0; i < 100; i++) {
      int port = Ports.free(0);
      assertTrue(port >= 1024 && port < OUTGOING, () -> "port " + port);
    }
  }

  @Test
  void thePreferredPortWhereNobodyListens() throws IOException {
    int preferred = Ports.free(0);
    assertEquals(preferred, Ports.free(preferred));
  }

  @Test
  void anotherWhereSomebodyListens() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertNotEquals(taken.getLocalPort(), Ports.free(taken.getLocalPort()));
    }
  }
}
