package onrecord.enrich.versions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Revision.Change;
import onrecord.events.Speaker;

/** What a new truth of an article changes of the one before. */
public final class Difference {
  /** Beyond so many changes or characters a list of them helps no reader. */
  private static final int MAX_CHANGES = 2_000;

  private static final int MAX_CHARS = 1 << 20;

  private final Map<String, Quote> before = new LinkedHashMap<>();
  private final ArticleState state;
  private final EnrichedArticle now;

  /**
   * Compares.
   *
   * @param now the article's truth from now on
   */
  public Difference(ArticleState state, EnrichedArticle now) {
    this.state = state;
    this.now = now;
    state.quotes().forEach(quote -> before.put(quote.id(), quote));
  }

  /**
   * What has to be written to the topic of quotes, in this order. A quote that goes to another key
   * is withdrawn under the old one first.
   */
  public List<QuoteEvent> events() {
    List<QuoteEvent> events = new ArrayList<>();
    Map<String, Quote> gone = new LinkedHashMap<>(before);
    for (Quote quote : now.quotes()) {
      Quote former = gone.remove(quote.id());
      if (former == null) {
        events.add(QuoteEvent.of(now, quote, QuoteEvent.ADDED));
      } else if (!former.equals(quote)) {
        QuoteEvent changed = QuoteEvent.of(now, quote, QuoteEvent.CHANGED);
        QuoteEvent withdrawn = QuoteEvent.of(now, former, QuoteEvent.WITHDRAWN);
        if (!changed.key().equals(withdrawn.key())) {
          events.add(withdrawn);
        }
        events.add(changed);
      }
    }
    gone.values().forEach(quote -> events.add(QuoteEvent.of(now, quote, QuoteEvent.WITHDRAWN)));
    return events;
  }

  /** What a reader would call a change; that words moved is none. */
  public List<Change> changes() {
    if (state.latest() == null) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    quotes(changes);
    entities(changes);
    long chars = 0;
    for (int i = 0; i < changes.size(); i++) {
      chars += changes.get(i).text().length();
      if (i == MAX_CHANGES || chars > MAX_CHARS) {
        return changes.subList(0, i);
      }
    }
    return changes;
  }

  private void quotes(List<Change> changes) {
    Map<String, Quote> gone = new LinkedHashMap<>(before);
    for (Quote quote : now.quotes()) {
      Quote former = gone.remove(quote.id());
      if (former == null) {
        changes.add(change(QuoteEvent.ADDED, quote, null));
      } else if (!former.kind().equals(quote.kind())
          || !Objects.equals(said(former), said(quote))) {
        changes.add(change(QuoteEvent.CHANGED, quote, speaker(former)));
      }
    }
    gone.values().forEach(quote -> changes.add(change(QuoteEvent.WITHDRAWN, quote, null)));
  }

  /** The speaker without the place in the article's list of entities. */
  private static Speaker said(Quote quote) {
    Speaker speaker = quote.speaker();
    return speaker == null
        ? null
        : new Speaker(speaker.kind(), null, speaker.name(), speaker.role());
  }

  private static String speaker(Quote quote) {
    return quote.speaker() == null ? null : quote.speaker().name();
  }

  private static Change change(String operation, Quote quote, String before) {
    String speaker = speaker(quote);
    String differs = Objects.equals(before, speaker) ? null : before;
    return new Change(operation, Change.QUOTE, quote.id(), quote.text(), speaker, differs);
  }

  private void entities(List<Change> changes) {
    Set<ArticleState.Known> gone = new HashSet<>(state.entities());
    List<Entity> fresh = new ArrayList<>();
    for (Entity entity : now.entities()) {
      if (!gone.remove(new ArticleState.Known(entity.type(), entity.name()))) {
        fresh.add(entity);
      }
    }
    for (Entity entity : fresh) {
      String former = formerName(entity, gone);
      String operation = former == null ? QuoteEvent.ADDED : QuoteEvent.CHANGED;
      changes.add(new Change(operation, Change.ENTITY, entity.id(), entity.name(), null, former));
    }
    for (ArticleState.Known known : state.entities()) {
      if (gone.remove(known)) {
        changes.add(
            new Change(QuoteEvent.WITHDRAWN, Change.ENTITY, null, known.name(), null, null));
      }
    }
  }

  /** The name under which it went before, when the article still uses it. */
  private static String formerName(Entity entity, Set<ArticleState.Known> gone) {
    for (String name : entity.names()) {
      if (gone.remove(new ArticleState.Known(entity.type(), name))) {
        return name;
      }
    }
    return null;
  }
}
