package onrecord.local;

import java.nio.file.Path;

/** Where PostgreSQL's program is unpacked, once for all tests and runs of this user. */
public final class TestCache {
  public static final Path DIRECTORY =
      Path.of(
          System.getProperty("java.io.tmpdir"), "onrecord-test-" + System.getProperty("user.name"));

  private TestCache() {}
}
