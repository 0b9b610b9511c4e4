package onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import onrecord.events.Article;

/** Articles one after the other out of a stream. For one thread. */
interface ArticleSource extends Closeable {

  /**
   * The next article, or null behind the last.
   *
   * @throws Refused when it may not travel; what comes after it, if anything, is still to be had
   */
  Article next() throws IOException, Refused;

  /** The line on which what {@link #next} gave or refused begins, from 1. */
  int line();
}
