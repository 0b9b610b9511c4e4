package onrecord.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onrecord.events.EnrichedArticle;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Speaker;

/**
 * What an article tells of somebody's attitude or act and not in words, below its text. Nothing of
 * it is marked in the text: only what was said is.
 */
final class Attitudes {
  private Attitudes() {}

  /** Writes nothing where there are none. */
  static void write(Html html, EnrichedArticle article) {
    List<Quote> attitudes = article.attitudes();
    if (attitudes.isEmpty()) {
      return;
    }
    Set<String> quoted = quoted(article.quotes());
    html.open("section", "class", "attitudes", "aria-labelledby", "attitudes");
    html.element("h2", "Attitudes and acts", "id", "attitudes").open("ul");
    for (Quote attitude : attitudes) {
      html.open("li");
      who(html, attitude, quoted);
      if (attitude.cue() != null) {
        html.text(" · ").element("i", attitude.cue().exact());
      }
      html.text(" · ").element("span", attitude.text(), "dir", "auto");
      if (attitude.via() != null) {
        html.text(" · through “" + attitude.via().exact() + "”");
      }
      if (Attribution.isDoubtful(attitude.confidence())) {
        Attribution.writeCertainty(
            html, attitude.speaker(), attitude.confidence(), attitude.candidates());
      }
      html.close();
    }
    html.close().close();
  }

  /** Those who have a speaker's page by what the article quotes of them. */
  private static Set<String> quoted(List<Quote> quotes) {
    Set<String> names = new HashSet<>();
    for (Quote quote : quotes) {
      if (quote.speaker() != null && quote.speaker().name() != null) {
        names.add(QuoteEvent.folded(quote.speaker().name()));
      }
    }
    return names;
  }

  private static void who(Html html, Quote attitude, Set<String> quoted) {
    Speaker speaker = attitude.speaker();
    html.open("span", "class", "who");
    if (speaker == null) {
      html.element("span", "Unknown", "class", "unknown");
    } else if (speaker.name() == null || quoted.contains(QuoteEvent.folded(speaker.name()))) {
      Attribution.writeLabel(html, speaker, attitude.mention());
    } else {
      // Who is quoted nowhere has no page of a speaker's; the articles that name them are there.
      String page = Addresses.named(speaker.name());
      html.element(page == null ? "span" : "a", speaker.name(), "href", page);
    }
    html.close();
  }
}
