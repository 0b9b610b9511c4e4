package onrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a run keeps what Kafka, Kafka Streams and PostgreSQL write. It is locked, so that two runs
 * never share it; a temporary one is deleted when it is closed.
 */
final class DataDirectory implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);
  private static final String TEMPORARY = "onrecord-local-";
  private static final String LOCK = "lock";

  /** A directory this young may be about to be locked by the run that made it. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private final Path root;
  private final FileChannel lock;
  private final boolean temporary;

  private DataDirectory(Path root, FileChannel lock, boolean temporary) {
    this.root = root;
    this.lock = lock;
    this.temporary = temporary;
  }

  /** A directory that later runs continue. */
  static DataDirectory kept(Path directory) throws IOException {
    Path root = directory.toAbsolutePath().normalize();
    Files.createDirectories(root);
    return new DataDirectory(root, locked(root), false);
  }

  /** A new directory below {@code parent}; those that killed runs left there go away. */
  static DataDirectory temporary(Path parent, Clock clock) throws IOException {
    sweep(parent, clock);
    Path root = Files.createTempDirectory(parent.toAbsolutePath().normalize(), TEMPORARY);
    return new DataDirectory(root, locked(root), true);
  }

  /** Kafka's log. */
  Path kafka() {
    return root.resolve("kafka");
  }

  /** PostgreSQL's files. */
  Path postgres() {
    return postgres(root);
  }

  /** The state of Kafka Streams. */
  Path streams() {
    return root.resolve("streams");
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      delete(root);
    }
    lock.close();
  }

  private static Path postgres(Path root) {
    return root.resolve("postgres");
  }

  private static FileChannel locked(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new IOException(
          "Another run uses " + root + ": stop it, or name another directory with --data");
    }
    return channel;
  }

  /** Takes the lock, which lives as long as the channel; false when another has it. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another run in this JVM.
      return false;
    }
  }

  private static void sweep(Path parent, Clock clock) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, TEMPORARY + "*")) {
      for (Path root : left) {
        try (FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.WRITE)) {
          boolean old =
              Files.getLastModifiedTime(root.resolve(LOCK))
                  .toInstant()
                  .isBefore(clock.instant().minus(YOUNG));
          if (old && isLocked(channel)) {
            log.info("Deleting {}, which a killed run left", root);
            LocalPostgres.stopOrphan(postgres(root));
            delete(root);
          }
        } catch (IOException e) {
          // Somebody else's, or going away by itself: no reason not to start.
          log.debug("{} stays", root, e);
        }
      }
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.deleteIfExists(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
