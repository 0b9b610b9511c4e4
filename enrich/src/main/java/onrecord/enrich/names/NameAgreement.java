package onrecord.enrich.names;

import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;

/**
 * Mends the names of an article by one another and by their form: a name of several words is the
 * same name wherever its words stand, a person's and a place's on end are two, and so are places
 * with a dash between; a site is its owner's. Requires labels that {@link Evidence} has counted.
 * For one thread.
 */
final class NameAgreement {
  private static final int LAST_OF_PERSON = Labels.of(Names.PERSON, 1, 2);

  private final Knowledge knowledge;
  private final Evidence evidence;
  private Document doc;
  private Tokens tokens;
  private Words words;
  private byte[] labels;
  private static final String[] PALACES = {
    "Palacio", "Palais", "Palazzo", "Plaza", "Piazza", "Estadio", "Catedral"
  };

  /** Words for a piece of land or water that hardly stand behind a place's name but as its end. */
  private static final String[] LANDFORMS = {
    "Island", "Islands", "River", "Lake", "Valley", "Bay", "Peninsula", "Mountains", "Strait"
  };

  private static final String[] NUMBERS = {
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"
  };

  private static final String[] COUNCILS = {"Council", "Board", "Committee", "Commission"};

  private static final String[] GATHERINGS = {
    "meeting", "dinner", "supper", "convention", "member", "members", "chapter", "treasurer"
  };

  private int first;
  private int end;

  NameAgreement(Knowledge knowledge, Evidence evidence) {
    this.knowledge = knowledge;
    this.evidence = evidence;
  }

  /** Mends the labels of all stretches. */
  void mend(Document document, Words read, Stretches stretches, byte[] some) {
    doc = document;
    tokens = doc.tokens;
    words = read;
    labels = some;
    for (int s = 0; s < stretches.count; s++) {
      first = stretches.first[s];
      end = stretches.end[s];
      evidence.votes(first, end, labels, -1);
      numbered();
      farther();
      two();
      sites();
      lands();
      palaces();
      bodies();
      missed();
      gatherings();
      stations();
      reporters();
      apart();
      products();
      titles();
      bylines();
      if (end - first > 1) {
        repeated();
      }
      evidence.votes(first, end, labels, 1);
    }
  }

  /** "Highway 16", "Lake No. 10": a place's word with a number is the place's name. */
  private void numbered() {
    for (int t = first; t + 1 < end; t++) {
      int number = doc.isWord(t + 1, "No.") ? t + 2 : t + 1;
      if (number < end
          && tokens.kind[number] == Tokens.NUMBER
          && tokens.end[number] - tokens.start[number] <= 3
          && words.capital[t]
          && (tokens.flags[t] & Lexicon.PLACE_WORD) != 0
          && Labels.type(labels[number]) == 0) {
        int from = t;
        while (from > first && !Labels.opens(labels[from])) {
          from--;
        }
        Labels.name(labels, from, number + 1, Names.LOCATION);
      }
    }
  }

  /** "Boats to Carrow Island": in a headline too the word for a piece of land is of its name. */
  private void farther() {
    for (int t = first; t + 1 < end; t++) {
      if (Labels.type(labels[t]) == Names.LOCATION
          && Labels.ends(labels[t])
          && labels[t + 1] == Labels.OUTSIDE
          && isOne(t + 1, LANDFORMS)) {
        Labels.name(labels, begin(t), t + 2, Names.LOCATION);
      }
    }
  }

  /** "The Herons and the Forge": two names, each with its article. */
  private void two() {
    for (int t = first + 1; t + 2 < end; t++) {
      if (doc.isWord(t, "and")
          && doc.isWord(t + 1, "the")
          && Labels.type(labels[t]) == Names.ORGANIZATION
          && begin(t) == t - 1
          && first > 0
          && isThe(t - 2)) {
        int to = Labels.stop(labels, t, end);
        Labels.name(labels, t - 1, t, Names.ORGANIZATION);
        labels[t] = Labels.OUTSIDE;
        labels[t + 1] = Labels.OUTSIDE;
        Labels.name(labels, t + 2, to, Names.ORGANIZATION);
      }
    }
  }

  private boolean isThe(int t) {
    return t >= 0 && (doc.isWord(t, "the") || doc.isWord(t, "The"));
  }

  /** "The Brinio 2 is out": what has an article and a number is a thing that somebody makes. */
  private void products() {
    for (int t = first; t < end && t + 1 < tokens.count; t++) {
      boolean one = Labels.begins(labels[t]) && Labels.ends(labels[t]);
      if (one
          && Labels.type(labels[t]) == Names.ORGANIZATION
          && t > 0
          && isThe(t - 1)
          && !doc.isAllCaps(t)
          && tokens.kind[t + 1] == Tokens.NUMBER
          && tokens.end[t + 1] - tokens.start[t + 1] == 1
          && t + 2 < tokens.count
          && (tokens.flags[t + 2] & Lexicon.AUXILIARY) != 0) {
        Labels.name(labels, t, t + 1, Names.OTHER);
      }
    }
  }

  /** "Council President Nora Vance": the body is a word of the title. */
  private void titles() {
    for (int t = first; t + 2 < end; t++) {
      boolean one = Labels.begins(labels[t]) && Labels.ends(labels[t]);
      if (one
          && Labels.type(labels[t]) == Names.ORGANIZATION
          && isOne(t, COUNCILS)
          && labels[t + 1] == Labels.OUTSIDE
          && (tokens.flags[t + 1] & (Lexicon.TITLE | Lexicon.ROLE)) != 0
          && Labels.type(labels[t + 2]) == Names.PERSON) {
        labels[t] = Labels.OUTSIDE;
      }
    }
  }

  /** "By Nora Vance, Health Correspondent": what a writer is, is no name. */
  private void bylines() {
    if (doc.blocks.kind[tokens.block[first]] != Document.Blocks.BYLINE) {
      return;
    }
    for (int t = first; t < end; t++) {
      if (Labels.type(labels[t]) == Names.ORGANIZATION
          && Labels.ends(labels[t])
          && (tokens.flags[t] & (Lexicon.ROLE | Lexicon.OCCUPATION)) != 0) {
        for (int i = begin(t); i <= t; i++) {
          labels[i] = Labels.OUTSIDE;
        }
      }
    }
  }

  /** "Example.com": a site is its owner's where that name, or the site, is an organization's. */
  private void sites() {
    for (int t = first; t < end; t++) {
      if (labels[t] == Labels.OUTSIDE && words.capital[t] && isOwned(t)) {
        Labels.name(labels, t, t + 1, Names.ORGANIZATION);
      }
    }
  }

  /** "Example Group": a name that ends so is a person's only behind a given name, and no paper. */
  private void bodies() {
    for (int t = first; t < end; t++) {
      if (labels[t] == LAST_OF_PERSON
          && (tokens.flags[t] & Lexicon.ORGANIZATION) != 0
          && ((tokens.flags[begin(t)] & Lexicon.GIVEN) == 0 || isPaper(begin(t), t + 1))) {
        Labels.name(labels, begin(t), t + 1, Names.ORGANIZATION);
      }
    }
  }

  /** "The Amalgamated Dockers Union", unseen as a name: what ends so behind "the" is a body. */
  private void missed() {
    int body = Lexicon.ORGANIZATION | Lexicon.BODY;
    for (int t = first + 2; t < end; t++) {
      boolean ends = t + 1 == end || !words.capital[t + 1];
      if (!ends || labels[t] != Labels.OUTSIDE || (tokens.flags[t] & body) != body) {
        continue;
      }
      int from = t;
      while (from > first && words.capital[from - 1] && labels[from - 1] != LAST_OF_PERSON) {
        from--;
      }
      if (t - from >= 2 && from > 0 && doc.isWord(from - 1, "the") && words.capital[t]) {
        Labels.name(labels, from, t + 1, Names.ORGANIZATION);
      }
    }
  }

  /** "At a dinner of the Marlow Lodge": what meets or has members is a body, unless it's a land. */
  private void gatherings() {
    for (int t = Math.max(first, 3); t < end; t++) {
      if (Labels.type(labels[t]) == Names.LOCATION
          && Labels.opens(labels[t])
          && !Labels.ends(labels[t])
          && doc.isWord(t - 1, "the")
          && doc.isWord(t - 2, "of")
          && isOne(t - 3, GATHERINGS)) {
        int to = Labels.stop(labels, t, end);
        boolean land = (tokens.flags[to - 1] & Lexicon.PLACE_WORD) != 0 || isOne(to - 1, LANDFORMS);
        if (!land && knowledge.lists(words.hash(t, to)) == 0) {
          Labels.name(labels, t, to, Names.ORGANIZATION);
        }
      }
    }
  }

  /** "Channel Seven", "Channel 4": a broadcaster. */
  private void stations() {
    for (int t = first; t + 1 < tokens.count && t < end; t++) {
      boolean numbered =
          tokens.kind[t + 1] == Document.Tokens.NUMBER || (t + 1 < end && isOne(t + 1, NUMBERS));
      boolean free = labels[t] == Labels.OUTSIDE || Labels.type(labels[t]) == Names.LOCATION;
      if (free && Labels.opens(labels[t]) && numbered && doc.isWord(t, "Channel")) {
        Labels.name(labels, t, Math.min(end, t + 2), Names.ORGANIZATION);
      }
    }
  }

  /** "Additional reporting by Nora Vance in Marlow": where a reporter was is a place. */
  private void reporters() {
    if (first < 2
        || labels[first] != Labels.OUTSIDE
        || doc.blocks.kind[tokens.block[first]] != Document.Blocks.CREDIT
        || !doc.isWord(first - 1, "in")) {
      return;
    }
    if (Labels.type(labels[first - 2]) == Names.PERSON && words.capital[first]) {
      Labels.name(labels, first, end, Names.LOCATION);
    }
  }

  /** "Nora Vance/Marlow Mirror", "Marlow Mirror Sports": whose a credit or a line is. */
  private boolean isPaper(int from, int to) {
    int block = tokens.block[from];
    boolean line = doc.blocks.kind[block] != Document.Blocks.PARAGRAPH;
    boolean opens =
        from == doc.blocks.firstToken[block]
            && to < doc.blocks.endToken[block]
            && words.capital[to];
    return line && (opens || doc.isWord(Math.max(0, from - 1), "/"));
  }

  private boolean isOwned(int t) {
    int start = tokens.start[t];
    int at = tokens.end[t];
    while (at > start && doc.chars[at - 1] >= 'a' && doc.chars[at - 1] <= 'z') {
      at--;
    }
    if (at - start < 3 || tokens.end[t] - at < 2 || doc.chars[at - 1] != '.') {
      return false;
    }
    return evidence.typeOf(words.hash[t]) == Names.ORGANIZATION
        || evidence.typeOf(WordHash.of(doc.chars, start, at - 1)) == Names.ORGANIZATION;
  }

  /** "The Amber Coast countries": what countries or a region are called by is a place. */
  private void lands() {
    boolean lands =
        end < tokens.count
            && tokens.sentence[end] == tokens.sentence[end - 1]
            && (doc.isWord(end, "countries") || doc.isWord(end, "region"));
    if (lands && Labels.type(labels[end - 1]) == Names.ORGANIZATION) {
      int from = begin(end - 1);
      if (end - from > 1 && !doc.isAllCaps(from)) {
        Labels.name(labels, from, end, Names.LOCATION);
      }
    }
  }

  /** "Palacio Quillora": a palace or a square in its own tongue is a place. */
  private void palaces() {
    for (int t = first; t + 1 < end; t++) {
      int type = Labels.type(labels[t]);
      if ((type == Names.ORGANIZATION || type == Names.OTHER)
          && Labels.opens(labels[t])
          && !Labels.ends(labels[t])
          && isOne(t, PALACES)) {
        Labels.name(labels, t, Labels.stop(labels, t, end), Names.LOCATION);
      }
    }
  }

  private boolean isOne(int t, String[] of) {
    for (String word : of) {
      if (doc.isWord(t, word)) {
        return true;
      }
    }
    return false;
  }

  /** "United States-Mexico": two places with a dash between, unless such a place is known. */
  private void apart() {
    for (int t = first + 1; t + 1 < end; t++) {
      if (Labels.type(labels[t]) == Names.LOCATION
          && !Labels.opens(labels[t])
          && isDash(t)
          && words.capital[t - 1]
          && words.capital[t + 1]) {
        int from = begin(t);
        int to = Labels.stop(labels, t, end);
        if (knowledge.lists(words.hash(from, to)) == 0) {
          Labels.name(labels, from, t, Names.LOCATION);
          labels[t] = Labels.OUTSIDE;
          Labels.name(labels, t + 1, to, Names.LOCATION);
        }
      }
    }
  }

  private boolean isDash(int t) {
    char c = doc.chars[tokens.start[t]];
    return tokens.kind[t] == Tokens.MARK && (c == '-' || c == '\u2013');
  }

  /** A name of several words that stands elsewhere too is a name here. */
  private void repeated() {
    int t = first;
    while (t < end) {
      int to = words.capital[t] ? longestKnown(t) : t;
      if (to > t) {
        take(t, to, evidence.typeOf(words.hash(t, to)));
        t = to;
      } else {
        t++;
      }
    }
  }

  /** Where the longest name of several words ends that begins here and stands elsewhere. */
  private int longestKnown(int from) {
    int longest = from;
    int hash = words.hash[from];
    for (int t = from + 1; t < Math.min(end, from + Knowledge.MAX_WORDS); t++) {
      hash = WordHash.join(hash, words.hash[t]);
      if (words.capital[t] && evidence.typeOf(hash) > 0) {
        longest = t + 1;
      }
    }
    return longest;
  }

  private void take(int from, int to, int type) {
    int begin = begin(from);
    int stop = Labels.stop(labels, to - 1, end);
    boolean inside = labels[from] != Labels.OUTSIDE && Labels.stop(labels, from, end) >= to;
    if (inside && begin == from && stop == to) {
      return;
    }
    if (inside && !isTwo(begin, from, to, stop, type)) {
      return;
    }
    if (begin < from && labels[from] != Labels.OUTSIDE) {
      rest(begin, from);
    }
    if (stop > to && labels[to - 1] != Labels.OUTSIDE) {
      rest(to, stop);
    }
    Labels.name(labels, from, to, type);
  }

  /** Whether a longer name is a person's and a place's on end, both of which stand elsewhere. */
  private boolean isTwo(int begin, int from, int to, int stop, int type) {
    if (evidence.typeOf(words.hash(begin, stop)) > 0 || (begin < from && to < stop)) {
      return false;
    }
    int other =
        begin < from
            ? evidence.typeOf(words.hash(begin, from))
            : evidence.typeOf(words.hash(to, stop));
    return (type == Names.PERSON && other == Names.LOCATION)
        || (type == Names.LOCATION && other == Names.PERSON);
  }

  /** What is left of a name that another was taken out of. */
  private void rest(int from, int to) {
    int known = evidence.typeOf(words.hash(from, to));
    int type = known > 0 ? known : Labels.type(labels[from]);
    int last = to;
    while (last > from && !words.capital[last - 1]) {
      labels[--last] = Labels.OUTSIDE;
    }
    Labels.name(labels, from, last, type);
  }

  private int begin(int t) {
    int at = t;
    while (at > first && !Labels.opens(labels[at])) {
      at--;
    }
    return at;
  }
}
