package onrecord.ingest;

import onrecord.events.Article;

/** What a source of articles gives: an article that may travel, or why one may not. */
public sealed interface Incoming permits Incoming.Received, Refusal {

  /**
   * An article that may travel.
   *
   * @param article the article, with its time of arrival
   * @param file the file it came from as the caller named it, or null
   * @param line the line it began on, 0 when the whole file is the article
   */
  record Received(Article article, String file, int line) implements Incoming {}
}
