package onrecord.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that the committed examples show, built from records: together they fill every field
 * of the contract. People and places are invented.
 */
final class Examples {
  static final String VANDERMEER = "Teresa Vandermeer";

  private static final String BODY =
      """
      📷 Mara Quill / The Bellmoor Gazette

      BELLMOOR — “Nobody on this dais wants to do this,” Council President Teresa Vandermeer said \
      on Monday night. “But the reserve is gone.”

      Councilman Idris Okonjo-Bell said the reserve “was spent on a parking garage.”

      A parent, Pilar Ostrander, asked for the cost estimates. “The council told us the savings \
      were ‘about a million,’” she said. “Show us the arithmetic.”

      A budget office report said the loan was extended last year.

      Teresa Vandermeer: “Nobody on this dais wants to do this. But the reserve is gone.”
      """;

  private Examples() {}

  /** File name to event. */
  static Map<String, Record> all() {
    Map<String, Record> all = new LinkedHashMap<>();
    all.put("article.json", article());
    all.put("article-withdrawn.json", withdrawnArticle());
    all.put("enriched-article.json", enriched());
    all.put("enriched-article-withdrawn.json", withdrawnEnriched());
    all.put("article-copy.json", copy());
    all.put("article-status.json", status());
    all.put("quote-event.json", quoteEvent());
    all.put("quote-event-withdrawn.json", withdrawnQuote());
    return all;
  }

  static Article article() {
    return new ArticleBuilder("the-bellmoor-gazette:2025-0311-04")
        .sourceId("2025-0311-04")
        .version(2L)
        .url("https://bellmoor-gazette.example/2025/03/11/library-vote")
        .source("The Bellmoor Gazette")
        .headline("Bellmoor Council Votes 5-4 to Close Two Branch Libraries")
        .byline("By Noor Keller")
        .language("en")
        .firstCreated(Instant.parse("2025-03-11T04:10:00Z"))
        .versionCreated(Instant.parse("2025-03-11T06:45:30Z"))
        .correction("The parent who spoke is Pilar Ostrander.")
        .publishedAt(Instant.parse("2025-03-11T05:00:00Z"))
        .ingestedAt(Instant.parse("2025-03-11T06:46:01.250Z"))
        .body(BODY)
        .origin("gazette-feed.ndjson:12")
        .build();
  }

  /** The next version of {@link #article} takes it back. */
  static Article withdrawnArticle() {
    return new ArticleBuilder(article().id())
        .sourceId(article().sourceId())
        .version(3L)
        .pubStatus(Article.CANCELED)
        .source(article().source())
        .versionCreated(Instant.parse("2025-03-12T09:00:00Z"))
        .ingestedAt(Instant.parse("2025-03-12T09:00:02.004Z"))
        .build();
  }

  static EnrichedArticle withdrawnEnriched() {
    Revision.Former former = new Revision.Former(2, article().contentHash(), article().pubStatus());
    Revision.Change gone =
        new Revision.Change(
            QuoteEvent.WITHDRAWN,
            Revision.Change.QUOTE,
            quoteEvent().quote().id(),
            quoteEvent().quote().text(),
            VANDERMEER,
            null);
    return EnrichedArticle.of(
            withdrawnArticle(), 0, List.of(), List.of(), List.of(), List.of(), engine(), List.of())
        .as(new Revision(Revision.WITHDRAWN, true, former, List.of(gone)));
  }

  static ArticleStatus status() {
    EnrichedArticle withdrawn = withdrawnEnriched();
    Instant at = withdrawn.ingestedAt();
    return new ArticleStatus(
        withdrawn.id(),
        new Revision.Former(withdrawn.version(), withdrawn.contentHash(), withdrawn.pubStatus()),
        List.of(
            new ArticleStatus.Decision(
                Revision.WITHDRAWN,
                true,
                withdrawn.version(),
                withdrawn.contentHash(),
                withdrawn.pubStatus(),
                null,
                4,
                12,
                at),
            new ArticleStatus.Decision(
                ArticleStatus.REJECTED,
                false,
                null,
                null,
                null,
                "body is missing",
                4,
                11,
                at.minusSeconds(60))));
  }

  static ArticleCopy copy() {
    return new ArticleCopy(
        "the-harrow-post:88124",
        1,
        article().id(),
        0.94,
        new Engine("onrecord-copies", "0.1.0", null));
  }

  static QuoteEvent quoteEvent() {
    return QuoteEvent.of(enriched(), enriched().quotes().get(0), QuoteEvent.ADDED);
  }

  /** What {@link #withdrawnArticle} does to {@link #quoteEvent}. */
  static QuoteEvent withdrawnQuote() {
    return QuoteEvent.of(withdrawnEnriched(), quoteEvent().quote(), QuoteEvent.WITHDRAWN);
  }

  static EnrichedArticle enriched() {
    Article article = article();
    Words words = new Words(article.text().text());
    return EnrichedArticle.of(
            article,
            0,
            List.of(
                words.block(Block.HEADLINE, article.headline()),
                words.block(Block.CREDIT, "📷 Mara Quill / The Bellmoor Gazette"),
                words.block(Block.DATELINE, "BELLMOOR —"),
                words.block(Block.PARAGRAPH, "“Nobody on this dais wants", "the reserve is gone.”"),
                words.block(Block.PARAGRAPH, "Councilman Idris", "parking garage.”"),
                words.block(Block.PARAGRAPH, "A parent, Pilar", "the arithmetic.”"),
                words.block(Block.PARAGRAPH, "A budget office", "last year."),
                words.block(Block.CAPTION, "Teresa Vandermeer: “Nobody", "reserve is gone.”")),
            entities(words),
            quotes(article.id(), words),
            List.of(attitude(article.id(), words)),
            engine(),
            List.of())
        .as(revision());
  }

  /** The correction of a first version that was kept back by nobody. */
  private static Revision revision() {
    return new Revision(
        Revision.CORRECTED,
        true,
        new Revision.Former(1, "0".repeat(64), Article.USABLE),
        List.of(
            new Revision.Change(
                QuoteEvent.CHANGED,
                Revision.Change.QUOTE,
                Quote.id(article().id(), "Show us the arithmetic.", 0),
                "Show us the arithmetic.",
                "Pilar Ostrander",
                VANDERMEER),
            new Revision.Change(
                QuoteEvent.ADDED, Revision.Change.ENTITY, "e4", "Idris Okonjo-Bell", null, null)));
  }

  private static Engine engine() {
    return new Engine("onrecord", "0.1.0", "speakers 2025-03");
  }

  private static List<Entity> entities(Words words) {
    return List.of(
        new Entity(
            "e1",
            Entity.ORGANIZATION,
            "Bellmoor Council",
            List.of("Bellmoor Council"),
            List.of(),
            List.of(
                words.mention(Mention.NAME, "Bellmoor Council", 0),
                words.mention(Mention.ROLE, "The council", 0)),
            0.667,
            "name-variants"),
        new Entity(
            "e2",
            Entity.LOCATION,
            "BELLMOOR",
            List.of("BELLMOOR"),
            List.of(),
            List.of(words.mention(Mention.NAME, "BELLMOOR", 0)),
            0.333,
            "name-variants"),
        new Entity(
            "e3",
            Entity.PERSON,
            VANDERMEER,
            List.of(VANDERMEER),
            List.of("Council President"),
            List.of(
                words.mention(Mention.NAME, VANDERMEER, 0),
                words.mention(Mention.NAME, VANDERMEER, 1)),
            1,
            "name-variants"),
        new Entity(
            "e4",
            Entity.PERSON,
            "Idris Okonjo-Bell",
            List.of("Idris Okonjo-Bell"),
            List.of("Councilman"),
            List.of(words.mention(Mention.NAME, "Idris Okonjo-Bell", 0)),
            0.333,
            "name-variants"),
        new Entity(
            "e5",
            Entity.PERSON,
            "Pilar Ostrander",
            List.of("Pilar Ostrander"),
            List.of(),
            List.of(
                words.mention(Mention.NAME, "Pilar Ostrander", 0),
                words.mention(Mention.PRONOUN, "she", 0)),
            0.667,
            "name-variants"));
  }

  private static Quote attitude(String articleId, Words words) {
    Span close = words.span("to Close Two Branch Libraries", 0);
    return new Quote(
        Quote.id(articleId, close.exact(), 0),
        Quote.INDIRECT,
        List.of(close),
        List.of(),
        close.exact(),
        null,
        new Speaker(Speaker.ORGANIZATION, "e1", "Bellmoor Council", null),
        words.span("Bellmoor Council", 0),
        null,
        words.span("Votes", 0),
        0.8,
        "cue",
        List.of(),
        null);
  }

  private static List<Quote> quotes(String articleId, Words words) {
    Speaker vandermeer = new Speaker(Speaker.PERSON, "e3", VANDERMEER, "Council President");
    Span nobody = words.span("Nobody on this dais wants to do this,", 0);
    Span reserve = words.span("But the reserve is gone.", 0);
    String nobodyText = nobody.exact() + " " + reserve.exact();
    String nobodyId = Quote.id(articleId, nobodyText, 0);
    Span council = words.span("The council told us the savings were ‘about a million,’", 0);
    Span arithmetic = words.span("Show us the arithmetic.", 0);
    String councilText = council.exact() + " " + arithmetic.exact();
    String councilId = Quote.id(articleId, councilText, 0);
    Span garage = words.span("the reserve “was spent on a parking garage.", 0);
    Span million = words.span("about a million,", 0);
    Span loan = words.span("the loan was extended last year", 0);
    Span again = words.span("Nobody on this dais wants to do this. But the reserve is gone.", 0);
    return List.of(
        new Quote(
            nobodyId,
            Quote.DIRECT,
            List.of(nobody, reserve),
            List.of(nobody, reserve),
            nobodyText,
            null,
            vandermeer,
            words.span(VANDERMEER, 0),
            null,
            words.span("said", 0),
            0.95,
            "nearest-cue",
            List.of(),
            null),
        new Quote(
            Quote.id(articleId, garage.exact(), 0),
            Quote.MIXED,
            List.of(garage),
            List.of(words.span("was spent on a parking garage.", 0)),
            garage.exact(),
            null,
            new Speaker(Speaker.PERSON, "e4", "Idris Okonjo-Bell", "Councilman"),
            words.span("Idris Okonjo-Bell", 0),
            null,
            words.span("said", 1),
            0.9,
            "nearest-cue",
            List.of(),
            null),
        new Quote(
            councilId,
            Quote.DIRECT,
            List.of(council, arithmetic),
            List.of(council, arithmetic),
            councilText,
            null,
            new Speaker(Speaker.PERSON, "e5", "Pilar Ostrander", null),
            words.span("she", 0),
            null,
            words.span("said", 2),
            0.7,
            "pronoun",
            List.of(new Candidate("e3", VANDERMEER, 0.2)),
            null),
        new Quote(
            Quote.id(articleId, million.exact(), 0),
            Quote.DIRECT,
            List.of(million),
            List.of(million),
            million.exact(),
            councilId,
            new Speaker(Speaker.ORGANIZATION, "e1", "Bellmoor Council", null),
            words.span("The council", 0),
            null,
            words.span("told", 0),
            0.6,
            "nested",
            List.of(),
            null),
        new Quote(
            Quote.id(articleId, loan.exact(), 0),
            Quote.INDIRECT,
            List.of(loan),
            List.of(),
            loan.exact(),
            null,
            new Speaker(Speaker.DOCUMENT, null, null, "A budget office report"),
            words.span("A budget office report", 0),
            null,
            words.span("said", 3),
            0.8,
            "nearest-cue",
            List.of(),
            null),
        new Quote(
            Quote.id(articleId, again.exact(), 1),
            Quote.DIRECT,
            List.of(again),
            List.of(again),
            again.exact(),
            null,
            vandermeer,
            words.span(VANDERMEER, 1),
            null,
            null,
            0.9,
            "colon",
            List.of(),
            nobodyId));
  }

  /** Finds stretches of a text by their words. */
  private record Words(String text) {
    Span span(String words, int occurrence) {
      int start = text.indexOf(words);
      for (int i = 0; i < occurrence; i++) {
        start = text.indexOf(words, start + 1);
      }
      return Span.of(text, start, start + words.length());
    }

    Mention mention(String kind, String words, int occurrence) {
      Span span = span(words, occurrence);
      return new Mention(kind, span.start(), span.end(), span.exact());
    }

    Block block(String kind, String words) {
      return block(kind, words, words);
    }

    Block block(String kind, String first, String last) {
      int start = text.indexOf(first);
      return new Block(kind, start, text.indexOf(last, start) + last.length());
    }
  }
}
