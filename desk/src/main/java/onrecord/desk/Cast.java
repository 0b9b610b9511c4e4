package onrecord.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Speaker;

/** Who speaks in an article and what else it names, beside its text. For one thread. */
final class Cast {
  private static final int NAMES_SHOWN = 8;

  private final EnrichedArticle article;
  private final Map<String, Integer> numbers;
  private final Map<String, Integer> entityNumbers = new LinkedHashMap<>();

  /**
   * The cast of this article.
   *
   * @param numbers of its quotes, by their id
   */
  Cast(EnrichedArticle article, Map<String, Integer> numbers) {
    this.article = article;
    this.numbers = numbers;
    for (int i = 0; i < article.entities().size(); i++) {
      entityNumbers.put(article.entities().get(i).id(), i + 1);
    }
  }

  void write(Html html) {
    Map<String, List<Quote>> voices = voices();
    Map<String, List<Entity>> types = types();
    if (voices.isEmpty() && types.isEmpty()) {
      return;
    }
    html.open("aside", "class", "cast", "aria-label", "In this article");
    if (!voices.isEmpty()) {
      html.open("section", "aria-labelledby", "voices");
      html.element("h2", "Who speaks", "id", "voices").open("ul", "class", "voices");
      voices.values().forEach(quotes -> voice(html, quotes));
      html.close().close();
    }
    types.forEach((type, entities) -> names(html, type, entities));
    html.close();
  }

  /** The quotes of each speaker, in the order in which they first speak. */
  private Map<String, List<Quote>> voices() {
    Map<String, List<Quote>> voices = new LinkedHashMap<>();
    for (Quote quote : article.quotes()) {
      voices.computeIfAbsent(voice(quote), voice -> new ArrayList<>()).add(quote);
    }
    return voices;
  }

  /** What tells one speaker of the article from another. */
  private static String voice(Quote quote) {
    Speaker speaker = quote.speaker();
    if (speaker != null && speaker.entity() != null) {
      return "entity " + speaker.entity();
    }
    String label = Attribution.label(speaker, quote.mention());
    return (speaker == null ? "" : speaker.kind() + " ") + QuoteEvent.folded(label);
  }

  private void voice(Html html, List<Quote> quotes) {
    Quote first = quotes.get(0);
    Set<String> tie = new LinkedHashSet<>();
    Set<String> descriptions = new LinkedHashSet<>();
    for (Quote quote : quotes) {
      tie.add("q" + numbers.get(quote.id()));
      String description = Attribution.description(quote.speaker(), quote.mention());
      if (description != null) {
        descriptions.add(description);
      }
    }
    if (first.speaker() != null && first.speaker().entity() != null) {
      tie.add("e" + entityNumbers.get(first.speaker().entity()));
    }
    html.open("li", "class", "voice", "data-tie", String.join(" ", tie));
    html.open("p", "class", "who");
    Attribution.writeLabel(html, first.speaker(), first.mention());
    html.close();
    if (!descriptions.isEmpty()) {
      html.element("p", String.join("; ", descriptions), "class", "role");
    }
    html.open("p", "class", "numbers");
    html.element("span", quotes.size() == 1 ? "Quote " : "Quotes ", "class", "unseen");
    for (Quote quote : quotes) {
      String number = numbers.get(quote.id()).toString();
      html.element(
          "a",
          number,
          "class",
          Vocabulary.quoteClass(quote.kind()),
          "href",
          "#" + Addresses.quoteAnchor(quote.id()),
          "data-tie",
          "q" + number,
          "aria-label",
          "Quote " + number);
      html.text(" ");
    }
    html.close().close();
  }

  /** The entities of each type, the most salient first; people, organisations, places, others. */
  private Map<String, List<Entity>> types() {
    Map<String, List<Entity>> types = new LinkedHashMap<>();
    for (String type : List.of(Entity.PERSON, Entity.ORGANIZATION, Entity.LOCATION)) {
      types.put(type, new ArrayList<>());
    }
    for (Entity entity : article.entities()) {
      types.computeIfAbsent(entity.type(), type -> new ArrayList<>()).add(entity);
    }
    types.values().removeIf(List::isEmpty);
    for (List<Entity> entities : types.values()) {
      entities.sort(
          Comparator.comparingDouble(Entity::salience)
              .thenComparingInt(entity -> entity.mentions().size())
              .reversed());
    }
    return types;
  }

  private void names(Html html, String type, List<Entity> entities) {
    String style = Vocabulary.entityClass(type);
    String title = Vocabulary.entityTypes(type);
    html.open("section", "class", "names " + style).element("h2", title);
    int shown = entities.size() <= NAMES_SHOWN + 1 ? entities.size() : NAMES_SHOWN;
    list(html, entities.subList(0, shown));
    if (shown < entities.size()) {
      html.open("details").element("summary", (entities.size() - shown) + " more");
      list(html, entities.subList(shown, entities.size()));
      html.close();
    }
    html.close();
  }

  private void list(Html html, List<Entity> entities) {
    html.open("ul");
    for (Entity entity : entities) {
      html.open("li", "data-tie", "e" + entityNumbers.get(entity.id()));
      String page = Addresses.named(entity.name());
      html.element(page == null ? "span" : "a", entity.name(), "href", page);
      html.text(" ");
      int mentions = entity.mentions().size();
      html.open("span", "class", "mentions").text(Integer.toString(mentions));
      html.element(
          "span",
          (mentions == 1 ? " mention" : " mentions")
              + String.format(Locale.ROOT, ", salience %.2f", entity.salience()),
          "class",
          "unseen");
      html.close();
      html.open("span", "class", "salience s" + Math.round(entity.salience() * 10));
      html.close();
      if (!entity.roles().isEmpty()) {
        html.element("span", entity.roles().get(0), "class", "role");
      }
      html.close();
    }
    html.close();
  }
}
