package onrecord.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL beside this JVM, its own process: on the loopback address, its data in a
 * directory that a later start continues, every commit on the disk before it is answered. Its
 * methods may be called from any thread.
 *
 * <p>Whoever starts it must own the directory alone: a server found running on it counts as the
 * orphan of a killed JVM and is stopped.
 */
public final class LocalPostgres implements AutoCloseable {
  /** The database and the role that owns it. */
  public static final String NAME = "onrecord";

  private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
  private static final String PID_FILE = "postmaster.pid";
  private static final int ATTEMPTS = 2;
  private static final Duration START_PATIENCE = Duration.ofSeconds(30);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final EmbeddedPostgres server;
  private final int port;
  private final CompletableFuture<String> death;
  private volatile boolean closed;

  private LocalPostgres(EmbeddedPostgres server, int port, ProcessHandle postmaster) {
    this.server = server;
    this.port = port;
    this.death =
        postmaster
            .onExit()
            .thenCompose(
                process ->
                    closed
                        ? new CompletableFuture<>()
                        : CompletableFuture.completedFuture(
                            "PostgreSQL, process " + process.pid() + ", ended by itself"));
  }

  /**
   * Starts a server on what the directory holds, an empty database the first time.
   *
   * @param cache a directory of this user's own, where the server's program is unpacked once
   * @param preferredPort taken when it is free; 0 for any free one
   */
  public static LocalPostgres start(Path directory, Path cache, int preferredPort)
      throws IOException {
    Path data = directory.toAbsolutePath().normalize();
    // The library opens what is in it to everybody.
    Files.createDirectories(
        cache, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createDirectories(data);
    stopOrphan(data);
    for (int attempt = 1; ; attempt++) {
      // A port found free may be taken before the server binds it.
      int port = Ports.free(preferredPort);
      try {
        return started(data, cache.resolve("postgres"), port);
      } catch (IOException | RuntimeException e) {
        stopOrphan(data);
        if (attempt == ATTEMPTS) {
          throw new IOException(
              "PostgreSQL can't start on port " + port + " with its data in " + data + advice(), e);
        }
      }
    }
  }

  private static LocalPostgres started(Path data, Path program, int port) throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(program.toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            // Who started it stops it, after the services that write to it.
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(START_PATIENCE)
            // The same sorting and letters on every machine, whatever its own locale is.
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            // The library switches both off, for tests that may lose data.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "50")
            // Clients come over TCP; a socket in the shared temporary directory could collide.
            .setServerConfig("unix_socket_directories", "")
            .start();
    try {
      prepare(server, data);
      return new LocalPostgres(server, port, postmaster(data).orElseThrow());
    } catch (SQLException e) {
      server.close();
      throw new IOException("PostgreSQL runs but can't be used: " + e.getMessage(), e);
    }
  }

  /** Where JDBC clients connect, as role {@value #NAME} without a password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + port + "/" + NAME;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Completed with the reason when the server dies by itself. */
  public CompletableFuture<String> death() {
    return death;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    server.close();
  }

  /** Makes the role and the database where they are missing. */
  private static void prepare(EmbeddedPostgres server, Path data) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // Another server that took the port in between would answer as well.
      String answering = text(statement, "show data_directory");
      if (!data.equals(Path.of(answering))) {
        throw new SQLException("the server on port " + server.getPort() + " is another one");
      }
      if (text(statement, "select 1 from pg_roles where rolname = '" + NAME + "'") == null) {
        statement.execute("create role " + NAME + " login");
      }
      if (text(statement, "select 1 from pg_database where datname = '" + NAME + "'") == null) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  /** Stops the server that a killed JVM left on the directory, if there is one. */
  static void stopOrphan(Path data) throws IOException {
    Optional<ProcessHandle> orphan = postmaster(data);
    if (orphan.isEmpty()) {
      // What the file names is no server on this directory: the process ended, or its number went
      // to another program, which PostgreSQL would take for a server.
      Files.deleteIfExists(data.resolve(PID_FILE));
      return;
    }
    long pid = orphan.get().pid();
    log.info("Stopping the PostgreSQL that an earlier run left on {}, process {}", data, pid);
    try {
      // An interrupt is PostgreSQL's fast shutdown; what Java can send would wait for clients.
      new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
      orphan.get().onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while an earlier PostgreSQL was being stopped", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "The PostgreSQL of an earlier run, process " + pid + ", doesn't stop; end it by hand", e);
    }
  }

  /**
   * The server that runs on the directory: the process that its own file names, when that is a
   * PostgreSQL and says that this is its directory.
   */
  private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
    Path file = data.resolve(PID_FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).strip().matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(process -> serves(process.info(), data));
  }

  private static boolean serves(ProcessHandle.Info process, Path data) {
    boolean postgres =
        process.command().map(command -> Path.of(command).endsWith("postgres")).orElse(false);
    List<String> arguments = List.of(process.arguments().orElse(new String[0]));
    int option = arguments.indexOf("-D");
    return postgres
        && option >= 0
        && option + 1 < arguments.size()
        && Path.of(arguments.get(option + 1)).equals(data);
  }

  private static String advice() {
    return "root".equals(System.getProperty("user.name"))
        ? "; it refuses to run as root where \"unshare -U\" isn't allowed (most containers): run as"
            + " an ordinary user there"
        : "";
  }
}
