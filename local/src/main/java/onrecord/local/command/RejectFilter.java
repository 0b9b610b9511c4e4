package onrecord.local.command;

import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that choose among the rejects. */
final class RejectFilter {
  @Option(names = "--id", paramLabel = "ID", description = "Only those of this article.")
  private String id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Only with this in the reason.")
  private String reason;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "Only of this stage: deserialize, validate, annotate, store.")
  private String stage;

  @Option(
      names = "--attempt",
      paramLabel = "N",
      description = "Only of this attempt; those of the first were never sent again.")
  private Integer attempt;

  @Option(names = "--since", paramLabel = "TIME", description = "As 2021-06-08T10:15:00Z.")
  private Instant since;

  @Option(names = "--until", paramLabel = "TIME", description = "Before this time.")
  private Instant until;

  /** Whether any was given. */
  boolean given() {
    return id != null
        || reason != null
        || stage != null
        || attempt != null
        || since != null
        || until != null;
  }

  /** Whether it is one that was asked for. */
  boolean wants(SetAside one) {
    return (id == null || id.equals(one.id()))
        && (reason == null || one.why().reason().contains(reason))
        && (stage == null || stage.equals(one.why().stage()))
        && (attempt == null || attempt == one.why().attempt())
        && (since == null || !one.at().isBefore(since))
        && (until == null || one.at().isBefore(until));
  }
}
