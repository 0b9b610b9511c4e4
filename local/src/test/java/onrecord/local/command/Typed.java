package onrecord.local.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import onrecord.local.TestCache;

/** A command as somebody types it, and what came of it. */
record Typed(int code, String out, String err) {

  /** Runs a command in a working copy of its own. */
  static Typed command(Path home, String... words) {
    return withInput("", home, words);
  }

  /** Runs a command with something on its standard input. */
  static Typed withInput(String in, Path home, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(in, home, out, err, words);
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What a command writes to its standard output, byte for byte. */
  static byte[] bytes(Path home, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run("", home, out, new ByteArrayOutputStream(), words);
    return out.toByteArray();
  }

  private static int run(
      String in, Path home, ByteArrayOutputStream out, ByteArrayOutputStream err, String... words) {
    Terminal terminal = new Terminal(stream(out), stream(err), false, false, false, 80);
    Surroundings around =
        new Surroundings(
            terminal,
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            home,
            TestCache.DIRECTORY,
            Map.of(),
            Instant.now());
    return OnrecordMain.commandLine(around, () -> {}).execute(words);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
