package onrecord.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The one check that an enriched article's offsets are right: every span has its exact words at its
 * place, blocks come in order, and every reference leads somewhere.
 */
public final class OffsetCheck {
  private final EnrichedArticle article;
  private final List<String> violations = new ArrayList<>();

  private OffsetCheck(EnrichedArticle article) {
    this.article = article;
  }

  /** What is wrong with the article, a sentence each; empty when nothing is. */
  public static List<String> violations(EnrichedArticle article) {
    OffsetCheck check = new OffsetCheck(article);
    check.blocks();
    Set<String> entities = check.entities();
    check.quotes(entities);
    return check.violations;
  }

  private void blocks() {
    int last = 0;
    for (Block block : article.blocks()) {
      require(block.start() >= last, "block at " + block.start() + " overlaps the one before it");
      require(block.end() <= article.text().length(), "block ends behind the text");
      last = block.end();
    }
  }

  private Set<String> entities() {
    Set<String> ids = new HashSet<>();
    for (Entity entity : article.entities()) {
      require(ids.add(entity.id()), "entity id " + entity.id() + " is there twice");
      int last = -1;
      for (Mention mention : entity.mentions()) {
        span("mention of " + entity.id(), mention.span());
        require(
            mention.start() > last, "mentions of " + entity.id() + " are out of order or doubled");
        last = mention.start();
      }
    }
    return ids;
  }

  private void quotes(Set<String> entities) {
    Set<String> ids = new HashSet<>();
    article.quotes().forEach(quote -> require(ids.add(quote.id()), quote.id() + " is there twice"));
    for (Quote quote : article.quotes()) {
      quote("quote " + quote.id(), quote, entities);
      require(
          quote.within() == null || ids.contains(quote.within()),
          "quote " + quote.id() + " lies in no quote");
      require(
          quote.sameAs() == null || ids.contains(quote.sameAs()),
          "quote " + quote.id() + " repeats no quote");
    }
    for (Quote attitude : article.attitudes()) {
      String name = "attitude " + attitude.id();
      require(ids.add(attitude.id()), attitude.id() + " is there twice");
      quote(name, attitude, entities);
      require(attitude.within() == null && attitude.sameAs() == null, name + " is tied to a quote");
    }
  }

  private void quote(String name, Quote quote, Set<String> entities) {
    int last = 0;
    for (Span span : quote.spans()) {
      span(name, span);
      require(span.start() >= last, name + " has spans out of order");
      last = span.end();
    }
    for (Span part : quote.quoted()) {
      span(name + ", quoted part", part);
      require(
          quote.spans().stream().anyMatch(s -> s.start() <= part.start() && part.end() <= s.end()),
          name + " has a quoted part outside its spans");
    }
    if (quote.mention() != null) {
      span(name + ", mention", quote.mention());
    }
    if (quote.via() != null) {
      span(name + ", via", quote.via());
    }
    if (quote.cue() != null) {
      span(name + ", cue", quote.cue());
    }
    if (quote.speaker() != null && quote.speaker().entity() != null) {
      require(entities.contains(quote.speaker().entity()), name + " names no entity");
    }
    for (Candidate candidate : quote.candidates()) {
      require(
          candidate.entity() == null || entities.contains(candidate.entity()),
          name + " has a candidate that is no entity");
    }
    require(
        quote.text().equals(Quote.textOf(quote.spans())),
        name + " has a text that isn't its spans");
  }

  private void span(String name, Span span) {
    String text = article.text();
    require(
        span.end() <= text.length()
            && text.regionMatches(span.start(), span.exact(), 0, span.exact().length()),
        name + ": the text from " + span.start() + " to " + span.end() + " isn't its exact words");
  }

  private void require(boolean holds, String sentence) {
    if (!holds) {
      violations.add(sentence);
    }
  }
}
