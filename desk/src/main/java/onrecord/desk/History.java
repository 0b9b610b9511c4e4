package onrecord.desk;

import java.util.List;
import onrecord.events.Article;
import onrecord.events.QuoteEvent;
import onrecord.events.Revision;
import onrecord.events.Revision.Change;

/** The versions of an article and what each changed, in a reader's words. */
final class History {
  /** More changes of one version are counted only; the API has them all. */
  private static final int CHANGES_SHOWN = 20;

  private History() {}

  /** Writes the versions, the highest first. */
  static void write(Html html, List<Dossier.Version> versions) {
    html.open("section", "class", "history", "aria-labelledby", "history");
    html.element("h2", "Versions", "id", "history").open("ol");
    for (Dossier.Version version : versions) {
      html.open("li").open("p", "class", "what");
      html.element("strong", what(version)).text(" · ");
      Dates.writeDay(html, version.ingestedAt());
      html.text(", ");
      Dates.writeMinute(html, version.ingestedAt());
      html.close();
      if (version.correction() != null) {
        html.element("p", version.correction(), "class", "correction", "dir", "auto");
      }
      changes(html, version.changes());
      html.close();
    }
    html.close().close();
  }

  private static String what(Dossier.Version version) {
    if (version.verdict() == null) {
      return withdrawn(version.pubStatus()) ? "Withdrawn" : "A version";
    }
    boolean latest = Boolean.TRUE.equals(version.latest());
    return switch (version.verdict()) {
      case Revision.NEW -> "First version";
      case Revision.NEWER ->
          version.former() != null && withdrawn(version.former())
              ? "Published again"
              : "Newer version";
      case Revision.CORRECTED -> "Corrected version";
      case Revision.LATE -> "An older version that came late";
      case Revision.CONFLICT ->
          latest
              ? "Another text of the same version, which counts"
              : "Another text of the same version, which doesn't count";
      case Revision.WITHDRAWN -> {
        String done = version.pubStatus().equals(Article.WITHHELD) ? "Withheld" : "Withdrawn";
        yield latest ? done : done + " before, but the message came late";
      }
      default -> version.verdict();
    };
  }

  private static boolean withdrawn(String pubStatus) {
    return !pubStatus.equals(Article.USABLE);
  }

  private static void changes(Html html, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    html.open("ul", "class", "changes");
    for (Change change : changes.subList(0, Math.min(CHANGES_SHOWN, changes.size()))) {
      html.open("li", "class", Vocabulary.operationClass(change.operation()));
      if (change.what().equals(Change.QUOTE)) {
        quote(html, change);
      } else {
        name(html, change);
      }
      html.close();
    }
    if (changes.size() > CHANGES_SHOWN) {
      html.element("li", "and " + (changes.size() - CHANGES_SHOWN) + " more changes");
    }
    html.close();
  }

  private static void quote(Html html, Change change) {
    boolean gone = change.operation().equals(QuoteEvent.WITHDRAWN);
    html.text(Vocabulary.operation(change.operation()) + " quote: ");
    words(html, gone, change.text());
    String speaker = change.speaker() == null ? "a speaker without a name" : change.speaker();
    html.text(" · ").element("span", speaker, "class", "who");
    if (change.before() != null) {
      html.text(", was attributed to ").element("span", change.before(), "class", "who");
    }
  }

  private static void name(Html html, Change change) {
    boolean gone = change.operation().equals(QuoteEvent.WITHDRAWN);
    html.text(Vocabulary.operation(change.operation()) + " name: ");
    words(html, gone, change.text());
    if (change.before() != null) {
      html.text(", was ").element("span", change.before());
    }
  }

  private static void words(Html html, boolean gone, String words) {
    html.element(gone ? "del" : "span", words, "class", "words", "dir", "auto");
  }
}
