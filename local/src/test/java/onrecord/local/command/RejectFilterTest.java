package onrecord.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import onrecord.events.Rejection;
import onrecord.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RejectFilterTest {
  private static final SetAside REJECT =
      new SetAside(
          new RejectPlace(0, 1),
          Instant.parse("2026-01-01T12:00:00Z"),
          "a",
          new Rejection(
              "validate", "body is missing", null, Topic.ARTICLES.topicName(), 0, 0, "0.1.0", 2),
          1);

  @Command
  private static final class Asked {
    @Mixin private final RejectFilter filter = new RejectFilter();
  }

  @ParameterizedTest
  @CsvSource({
    "--id=a, true",
    "--id=b, false",
    "--reason=is missing, true",
    "--reason=is too long, false",
    "--stage=validate, true",
    "--stage=store, false",
    "--attempt=2, true",
    "--attempt=1, false",
    "--since=2026-01-01T12:00:00Z, true",
    "--since=2026-01-01T12:00:01Z, false",
    "--until=2026-01-01T12:00:01Z, true",
    "--until=2026-01-01T12:00:00Z, false"
  })
  void eachOptionChooses(String option, boolean wanted) {
    RejectFilter filter = filter(option);
    assertEquals(wanted, filter.wants(REJECT));
    assertTrue(filter.given());
  }

  @Test
  void allOptionsMustAgree() {
    assertFalse(filter("--id=a", "--attempt=1").wants(REJECT));
  }

  @Test
  void withoutAnOptionNothingWasChosen() {
    assertFalse(filter().given());
  }

  private static RejectFilter filter(String... options) {
    Asked asked = new Asked();
    new CommandLine(asked).parseArgs(options);
    return asked.filter;
  }
}
