package onrecord.local.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import onrecord.events.Article;
import onrecord.events.ArticleStatus;
import onrecord.events.QuoteEvent;
import onrecord.events.Revision;
import onrecord.local.truth.Step.Kind;

/**
 * What has to come of a story: the specification of the whole pipeline, in a page. Versions have
 * one order, (number or time, content hash); the highest is the truth, every other is history; what
 * is not usable hides the article; what can't be read is set aside; articles of one text that were
 * published within the window are copies of the first.
 */
final class Truth {
  private static final Duration WINDOW = Duration.ofDays(14);

  /** A version: its order is that of the fields. */
  private record Version(long order, String hash, Step step) {
    static final Comparator<Version> ORDER =
        Comparator.comparingLong(Version::order).thenComparing(Version::hash);

    boolean isUsable() {
      return step.kind() == Kind.USABLE;
    }

    boolean isSame(Version other) {
      return order == other.order && hash.equals(other.hash);
    }
  }

  private final Told told;
  private final Map<String, Version> latest = new TreeMap<>();
  private final Map<String, List<Version>> seen = new HashMap<>();
  private final Account account = new Account();

  private Truth(Told told) {
    this.told = told;
  }

  /** The account that topics, storage and doors have to give of the story. */
  static Account of(Told told) {
    Truth truth = new Truth(told);
    told.story().steps().forEach(truth::take);
    truth.latest.forEach(truth::show);
    truth.link();
    return truth.account;
  }

  private void take(Step step) {
    String id = told.id(step.article());
    if (step.isPoison()) {
      account.reject(id, told.place(step));
      account.decision(id, ArticleStatus.REJECTED);
      return;
    }
    Version version = version(id, step);
    Version former = latest.get(id);
    List<Version> versions = seen.computeIfAbsent(id, key -> new ArrayList<>());
    boolean fetchedAgain =
        version.isUsable()
            && step.version() == null
            && former != null
            && former.hash.equals(version.hash);
    if (fetchedAgain || versions.stream().anyMatch(version::isSame)) {
      account.decision(id, ArticleStatus.UNCHANGED);
      return;
    }
    versions.add(version);
    boolean wins = former == null || Version.ORDER.compare(version, former) > 0;
    if (wins) {
      latest.put(id, version);
    }
    String verdict = verdict(version, former, wins);
    account.decision(id, verdict);
    account.revision(id, version.order, version.hash, verdict);
  }

  private Version version(String id, Step step) {
    Article article =
        step.kind() == Kind.TOMBSTONE
            ? Article.withdrawal(id, step.at())
            : step.article(id, told.basicText(step.family()));
    return new Version(article.order(step.at().toEpochMilli()), article.contentHash(), step);
  }

  private static String verdict(Version version, Version former, boolean wins) {
    if (!version.isUsable()) {
      return Revision.WITHDRAWN;
    } else if (former == null) {
      return Revision.NEW;
    } else if (version.order == former.order) {
      return Revision.CONFLICT;
    } else if (!wins) {
      return Revision.LATE;
    }
    return version.step.correction() != null ? Revision.CORRECTED : Revision.NEWER;
  }

  private void show(String id, Version version) {
    account.latest(id, version.order, version.hash, version.isUsable());
    if (version.isUsable()) {
      version
          .step
          .statements()
          .forEach(
              statement ->
                  account.quote(id, QuoteEvent.folded(statement.speaker()), statement.words()));
    }
  }

  private void link() {
    Map<Integer, TreeSet<String>> families = new TreeMap<>();
    latest.forEach(
        (id, version) -> {
          if (version.isUsable()) {
            families.computeIfAbsent(version.step.family(), key -> new TreeSet<>()).add(id);
          }
        });
    for (TreeSet<String> family : families.values()) {
      for (String id : family) {
        Instant published = latest.get(id).step.publishedAt();
        family.stream()
            .filter(other -> within(published, latest.get(other).step.publishedAt()))
            .min(
                Comparator.comparing((String other) -> latest.get(other).step.publishedAt())
                    .thenComparing(other -> other))
            .filter(original -> !original.equals(id))
            .ifPresent(original -> account.copy(id, original));
      }
    }
  }

  private static boolean within(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
  }
}
