package onrecord.enrich.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.enrich.quotes.Attributions.Attribution;
import onrecord.enrich.text.Document;
import onrecord.events.Quote;

/** Brings the attributions into the order of the text and ties the same words to the first. */
final class Repeats {
  void tie(Document doc, Attributions found) {
    List<Attribution> all = found.all;
    List<Attribution> before = new ArrayList<>(all);
    all.sort(Comparator.comparingInt(each -> each.spans.get(0)[0]));
    Map<Attribution, Integer> places = new HashMap<>();
    Map<String, Integer> earlier = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Attribution quote = all.get(i);
      places.put(quote, i);
      if (quote.quoted.isEmpty()) {
        continue;
      }
      List<String> words = new ArrayList<>();
      quote.quoted.forEach(part -> words.add(doc.text(part[0], part[1])));
      String key = Quote.normalized(String.join(" ", words));
      if (key.indexOf(' ') < 0) {
        continue;
      }
      Integer same = earlier.putIfAbsent(key, i);
      quote.sameAs = same == null ? -1 : same;
    }
    for (Attribution quote : all) {
      if (quote.within >= 0) {
        quote.within = places.get(before.get(quote.within));
      }
    }
  }
}
