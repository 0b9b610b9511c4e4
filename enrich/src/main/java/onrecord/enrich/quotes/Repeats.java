package onrecord.enrich.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.events.Quote;

/**
 * Brings the attributions into the order of the text and ties the same words inside marks to where
 * they stood first. A variant spelling or an ellipsis still ties: most runs of three words are the
 * same.
 */
final class Repeats {
  private static final int RUN = 3;
  private static final int LEAST_WORDS = 4;

  /** So much of the shorter's runs must stand in the longer. */
  private static final double ALIKE = 0.5;

  /** A run that stands in very many quotes says nothing. */
  private static final int MOST_PLACES = 8;

  void tie(Document doc, Attributions found) {
    List<Attribution> all = found.all;
    List<Attribution> before = new ArrayList<>(all);
    all.sort(Comparator.comparingInt(each -> each.spans.get(0)[0]));
    Map<Attribution, Integer> places = new HashMap<>();
    Map<String, Integer> whole = new HashMap<>();
    Map<Long, List<Integer>> runs = new HashMap<>();
    int[] lengths = new int[all.size()];
    for (int i = 0; i < all.size(); i++) {
      Attribution quote = all.get(i);
      places.put(quote, i);
      if (!quote.quoted.isEmpty() && quote.within < 0) {
        String words = words(doc, quote);
        if (says(words, quote.kind)) {
          quote.sameAs = earlier(words, i, whole, runs, lengths);
        }
      }
    }
    for (Attribution quote : all) {
      if (quote.within >= 0) {
        quote.within = places.get(before.get(quote.within));
      }
    }
  }

  /** Whether the words are enough to be the same; two words of a slogan come again by chance. */
  private static boolean says(String words, int kind) {
    int count = 1;
    for (int i = words.indexOf(' '); i >= 0; i = words.indexOf(' ', i + 1)) {
      count++;
    }
    return count >= (kind == Attributions.DIRECT ? 2 : LEAST_WORDS);
  }

  private static String words(Document doc, Attribution quote) {
    List<String> words = new ArrayList<>();
    quote.quoted.forEach(part -> words.add(doc.text(part[0], part[1])));
    return Quote.normalized(String.join(" ", words));
  }

  /** The first quote with these words, or most of them; -1 when there is none. */
  private static int earlier(
      String words,
      int place,
      Map<String, Integer> whole,
      Map<Long, List<Integer>> runs,
      int[] lengths) {
    Integer same = whole.putIfAbsent(words, place);
    String[] each = words.split(" ", -1);
    int count = each.length - RUN + 1;
    lengths[place] = Math.max(count, 0);
    Map<Integer, Integer> shared = new HashMap<>();
    for (int i = 0; i < count; i++) {
      long run = 0;
      for (int k = 0; k < RUN; k++) {
        run = run * 1_000_003 + each[i + k].hashCode();
      }
      List<Integer> where = runs.computeIfAbsent(run, key -> new ArrayList<>(1));
      for (int other : where) {
        shared.merge(other, 1, Integer::sum);
      }
      if (where.size() < MOST_PLACES && (where.isEmpty() || where.get(where.size() - 1) != place)) {
        where.add(place);
      }
    }
    if (same != null) {
      return same;
    }
    int best = -1;
    for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
      int other = entry.getKey();
      int shorter = Math.min(count, lengths[other]);
      boolean ties = other != place && shorter > 1 && entry.getValue() >= ALIKE * shorter;
      best = ties && (best < 0 || other < best) ? other : best;
    }
    return best;
  }
}
