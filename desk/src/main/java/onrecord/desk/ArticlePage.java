package onrecord.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onrecord.desk.MarkedText.Insertion;
import onrecord.desk.MarkedText.Mark;
import onrecord.events.Block;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;

/**
 * An article with its quotes and names marked in the text, a note beside each quote, and those who
 * speak. For one thread; made for one answer.
 *
 * <p>What belongs together bears a common word in {@code data-tie}, which the script lights up: q3
 * for the third quote, its cue, its speaker's mention, its note and its speaker's card; e2 for the
 * mentions of the second entity and its entry.
 */
final class ArticlePage {
  // Of marks over the same words the lowest rank is the outermost.
  private static final int QUOTE = 0;
  private static final int QUOTED_PART = 1;
  private static final int SPEAKER = 2;
  private static final int CUE = 3;
  private static final int ENTITY = 4;

  /** What a note's number stands behind, as in print. */
  private static final String CLOSING = "”’\"'»›“.,;:!?…";

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private final Dossier dossier;
  private final EnrichedArticle article;
  private final List<Stretch> stretches;

  /** For each stretch the quotes that begin in it, by index. */
  private final List<List<Integer>> beginning;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final MarkedText text;

  private ArticlePage(Dossier dossier) {
    this.dossier = dossier;
    this.article = dossier.article();
    this.stretches = Stretch.of(article.text(), article.blocks());
    this.beginning = beginning(stretches, article.quotes());
    for (int i = 0; i < article.quotes().size(); i++) {
      numbers.put(article.quotes().get(i).id(), i + 1);
    }
    this.text = new MarkedText(article.text(), marks());
  }

  static String render(Layout layout, Dossier dossier) {
    ArticlePage page = new ArticlePage(dossier);
    EnrichedArticle article = dossier.article();
    return layout.page(
        ArticlesPage.headline(article.headline()),
        Layout.Section.ARTICLES,
        null,
        "/api" + Addresses.article(article.id()),
        page::write);
  }

  private void write(Html html) {
    html.open("div", "class", "reading");
    html.open("article", "lang", language());
    int headline = headline();
    head(html, headline);
    html.open("div", "class", "text");
    for (int i = 0; i < stretches.size(); i++) {
      if (i != headline) {
        stretch(html, i);
      }
    }
    html.close();
    Attitudes.write(html, article);
    copies(html);
    if (dossier.revisions().size() > 1) {
      History.write(html, dossier.revisions());
    }
    origin(html);
    html.close();
    new Cast(article, numbers).write(html);
    html.close();
  }

  private String language() {
    String language = article.language();
    return language != null && LANGUAGE.matcher(language).matches() ? language : null;
  }

  /** The stretch that is the article's headline, or -1. */
  private int headline() {
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).kind().equals(Block.HEADLINE)) {
        return i;
      }
    }
    return -1;
  }

  private void head(Html html, int headline) {
    html.open("header").open("p", "class", "kicker");
    if (article.source() != null) {
      html.element("a", article.source(), "href", Addresses.list("/", "source", article.source()));
      html.text(" ");
    }
    boolean published = article.publishedAt() != null;
    Dates.writeDay(html, published ? article.publishedAt() : article.ingestedAt());
    html.text(", ");
    Dates.writeMinute(html, published ? article.publishedAt() : article.ingestedAt());
    html.text(published ? "" : " (when it came in)");
    html.close();
    if (headline < 0) {
      html.element("h1", ArticlesPage.headline(article.headline()));
    } else {
      html.open("h1", "dir", "auto");
      words(html, headline);
      html.close();
      notes(html, headline);
    }
    boolean byline = stretches.stream().anyMatch(s -> s.kind().equals(Block.BYLINE));
    if (article.byline() != null && !byline) {
      html.element("p", article.byline(), "class", "byline");
    }
    if (article.correction() != null) {
      html.open("p", "class", "notice", "dir", "auto").element("strong", "Corrected: ");
      html.text(article.correction()).close();
    }
    if (!article.degraded().isEmpty()) {
      html.open("p", "class", "notice");
      html.element("strong", "Not everything was looked at: ");
      html.text(String.join("; ", article.degraded())).close();
    }
    html.close();
  }

  private void stretch(Html html, int index) {
    String kind = stretches.get(index).kind();
    boolean post = kind.equals(Block.EMBEDDED_POST);
    html.open(post ? "blockquote" : "div", "class", "block " + Vocabulary.blockClass(kind));
    if (kind.equals(Block.PROMOTION)) {
      html.element("p", "Not part of the article", "class", "what");
    }
    html.open("p", "dir", "auto");
    words(html, index);
    html.close().close();
    notes(html, index);
  }

  private void words(Html html, int index) {
    Stretch stretch = stretches.get(index);
    List<Insertion> references = new ArrayList<>();
    for (int quote : beginning.get(index)) {
      references.add(
          new Insertion(
              behind(article.quotes().get(quote), stretch), out -> reference(out, quote)));
    }
    references.sort(Comparator.comparingInt(Insertion::at));
    text.write(html, stretch.start(), stretch.end(), references);
  }

  /** Where in the stretch a quote ends, the marks that close it included. */
  private int behind(Quote quote, Stretch stretch) {
    int at = stretch.start();
    for (Span span : quote.spans()) {
      if (span.start() < stretch.end()) {
        at = Math.max(at, Math.min(span.end(), stretch.end()));
      }
    }
    while (at < stretch.end() && CLOSING.indexOf(article.text().charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private void reference(Html html, int index) {
    Quote quote = article.quotes().get(index);
    int number = index + 1;
    html.element(
        "a",
        Integer.toString(number),
        "class",
        "reference step " + Vocabulary.quoteClass(quote.kind()),
        "href",
        "#note-" + number,
        "role",
        "doc-noteref",
        "data-tie",
        "q" + number,
        "aria-label",
        "Quote " + number + ": " + Attribution.label(quote.speaker(), quote.mention()));
  }

  private void notes(Html html, int index) {
    if (beginning.get(index).isEmpty()) {
      return;
    }
    html.open("ul", "class", "notes", "aria-label", "Who said it");
    for (int quote : beginning.get(index)) {
      note(html, quote);
    }
    html.close();
  }

  private void note(Html html, int index) {
    Quote quote = article.quotes().get(index);
    int number = index + 1;
    html.open(
        "li",
        "id",
        "note-" + number,
        "class",
        "note " + Vocabulary.quoteClass(quote.kind()),
        "data-tie",
        "q" + number);
    html.open("p", "class", "who");
    html.element(
        "a",
        Integer.toString(number),
        "class",
        "number",
        "href",
        "#" + Addresses.quoteAnchor(quote.id()),
        "aria-label",
        "To quote " + number + " in the text");
    html.text(" ");
    Attribution.writeLabel(html, quote.speaker(), quote.mention());
    html.close();
    String description = Attribution.description(quote.speaker(), quote.mention());
    if (description != null) {
      html.element("p", description, "class", "role");
    }
    html.open("p", "class", "how");
    Attribution.writeManner(html, quote.kind(), quote.cue());
    Attribution.writeCertainty(html, quote.speaker(), quote.confidence(), quote.candidates());
    if (quote.via() != null) {
      html.text(" · through “" + quote.via().exact() + "”");
    }
    other(html, " · inside quote ", quote.within());
    other(html, " · the words of quote ", quote.sameAs());
    html.close().close();
  }

  /** Writes a word about another quote of the article, where there is one. */
  private void other(Html html, String word, String quoteId) {
    Integer number = quoteId == null ? null : numbers.get(quoteId);
    if (number != null) {
      html.text(word).element("a", number.toString(), "href", "#note-" + number);
    }
  }

  private void copies(Html html) {
    if (dossier.copies().isEmpty()) {
      return;
    }
    html.open("section", "class", "history", "aria-labelledby", "copies");
    html.element("h2", "The same story in other articles", "id", "copies").open("ul");
    for (Dossier.Occurrence copy : dossier.copies()) {
      html.open("li").open("p");
      html.element(
          "a", ArticlesPage.headline(copy.headline()), "href", Addresses.article(copy.id()));
      html.text(" · " + (copy.source() == null ? "" : copy.source() + " · "));
      Dates.writeDay(html, copy.shownAt());
      html.text(", ");
      Dates.writeMinute(html, copy.shownAt());
      html.text(copy.publishedAt() == null ? " (when it came in)" : "");
      if (copy.id().equals(dossier.copyOf())) {
        html.text(" · the earliest");
      }
      html.close().close();
    }
    html.close().close();
  }

  private void origin(Html html) {
    html.open("footer", "class", "origin").open("p");
    String web = Addresses.web(article.url());
    if (web != null) {
      html.element("a", "The original", "href", web, "rel", "external noopener noreferrer");
      html.text(" · ");
    }
    html.text(Vocabulary.count(article.quotes().size(), "quote", "quotes")).text(" and ");
    html.text(Vocabulary.count(article.entities().size(), "name", "names"));
    html.text(" found by " + article.engine().name() + " " + article.engine().version());
    html.text(" · ").element("span", article.id(), "class", "id");
    html.text(", version " + article.version());
    html.close().close();
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    // One verb may be the cue of several quotes, one name their speaker.
    Map<Span, String> cues = new LinkedHashMap<>();
    Map<Span, String> speakers = new LinkedHashMap<>();
    for (int i = 0; i < article.quotes().size(); i++) {
      Quote quote = article.quotes().get(i);
      String tie = "q" + (i + 1);
      for (Span span : quote.spans()) {
        marks.add(
            new Mark(
                span.start(),
                span.end(),
                QUOTE,
                "mark",
                "quote " + Vocabulary.quoteClass(quote.kind()),
                tie,
                Addresses.quoteAnchor(quote.id()),
                "note-" + (i + 1)));
      }
      if (!quote.kind().equals(Quote.DIRECT)) {
        for (Span part : quote.quoted()) {
          marks.add(mark(part, QUOTED_PART, "quoted", null));
        }
      }
      if (quote.cue() != null) {
        cues.merge(quote.cue(), tie, (earlier, later) -> earlier + " " + later);
      }
      if (quote.mention() != null) {
        speakers.merge(quote.mention(), tie, (earlier, later) -> earlier + " " + later);
      }
    }
    cues.forEach((span, tie) -> marks.add(mark(span, CUE, "cue", tie)));
    speakers.forEach((span, tie) -> marks.add(mark(span, SPEAKER, "speaker", tie)));
    for (int i = 0; i < article.entities().size(); i++) {
      Entity entity = article.entities().get(i);
      String type = Vocabulary.entityClass(entity.type());
      for (Mention mention : entity.mentions()) {
        boolean name = mention.kind().equals(Mention.NAME);
        String classes = "entity " + type + (name ? " name" : "");
        marks.add(mark(mention.span(), ENTITY, classes, "e" + (i + 1)));
      }
    }
    for (Block block : article.blocks()) {
      if (block.kind().equals(Block.DATELINE)) {
        marks.add(
            new Mark(
                block.start(), block.end(), QUOTE, "span", "dateline-words", null, null, null));
      }
    }
    return marks;
  }

  private static Mark mark(Span span, int rank, String classes, String tie) {
    return new Mark(span.start(), span.end(), rank, "span", classes, tie, null, null);
  }

  private static List<List<Integer>> beginning(List<Stretch> stretches, List<Quote> quotes) {
    List<List<Integer>> beginning = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      beginning.add(new ArrayList<>());
    }
    int stretch = 0;
    for (int i = 0; i < quotes.size(); i++) {
      int start = quotes.get(i).spans().get(0).start();
      while (stretch < stretches.size() && stretches.get(stretch).end() <= start) {
        stretch++;
      }
      if (stretch < stretches.size()) {
        beginning.get(stretch).add(i);
      }
    }
    return beginning;
  }
}
