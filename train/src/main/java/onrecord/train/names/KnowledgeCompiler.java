package onrecord.train.names;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import onrecord.enrich.names.Knowledge;
import onrecord.enrich.names.WordHash;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Document.Tokens;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;

/** Compiles gazetteers and clusters of word vectors into what {@link Knowledge} reads. */
final class KnowledgeCompiler {
  /** As many of the most frequent words keep their clusters. */
  private static final int WORDS = 160_000;

  private static final int CITY_PEOPLE = 100_000;
  private static final int SURNAMES = 40_000;

  /** A name more than so many times as frequent for one sex is no name of the other. */
  private static final int DOMINANCE = 4;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Path gazetteers;
  private final Path vectors;
  private final TextReader reader = new TextReader(Lexicon.load());
  private final Document document = new Document();
  private final TreeMap<Integer, Long> words = new TreeMap<>();
  private final TreeMap<Integer, Integer> names = new TreeMap<>();

  /** Words that vectors know, to tell rare surnames from noise. */
  private final Map<String, Integer> vocabulary = new HashMap<>();

  private final boolean whole;

  /** A compiler of the data in a folder; {@code whole}: also of names that training keeps back. */
  KnowledgeCompiler(Path data, boolean whole) {
    this.whole = whole;
    gazetteers = data.resolve("gazetteers");
    vectors = data.resolve("vectors");
  }

  byte[] compile() throws IOException {
    clusters();
    places();
    people();
    bodies();
    lexicon();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(Knowledge.MAGIC);
    out.writeInt(words.size());
    out.writeInt(names.size());
    for (Map.Entry<Integer, Long> word : words.entrySet()) {
      out.writeInt(word.getKey());
      out.writeLong(word.getValue());
    }
    for (Map.Entry<Integer, Integer> name : names.entrySet()) {
      out.writeInt(name.getKey());
      out.writeChar(name.getValue());
    }
    return bytes.toByteArray();
  }

  private void clusters() throws IOException {
    try (BufferedReader file = Files.newBufferedReader(vectors.resolve("glove6b-kmeans.tsv"))) {
      int rank = 0;
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] columns = line.split("\t", -1);
        vocabulary.put(columns[0], rank++);
        if (rank <= WORDS) {
          words.putIfAbsent(
              hash(columns[0]),
              Knowledge.clusters(
                  cluster(columns[1]),
                  cluster(columns[2]),
                  cluster(columns[3]),
                  cluster(columns[4])));
        }
      }
    }
  }

  /** 0 is for words that aren't known. */
  private static int cluster(String id) {
    return Integer.parseInt(id) + 1;
  }

  private void places() throws IOException {
    for (String[] city : table("cities-geonames.tsv")) {
      add(city[0], Integer.parseInt(city[3]) >= CITY_PEOPLE ? Knowledge.CITY : Knowledge.TOWN);
    }
    for (String[] country : table("countries-mledoze.tsv")) {
      add(country[1], Knowledge.COUNTRY);
      add(country[2], Knowledge.COUNTRY);
      add(country[4], Knowledge.CITY);
      add(country[5], Knowledge.DEMONYM);
      add(country[6], Knowledge.REGION);
      add(country[7], Knowledge.REGION);
    }
    list("location.country", Knowledge.COUNTRY);
    list("facility", Knowledge.FACILITY);
    list("architecture.museum", Knowledge.FACILITY);
  }

  private void people() throws IOException {
    Map<String, Integer> men = new HashMap<>();
    Map<String, Integer> women = new HashMap<>();
    for (String[] name : table("person-names-census1990.tsv")) {
      int rank = Integer.parseInt(name[2]);
      switch (name[1]) {
        case "first_male" -> men.put(name[0], rank);
        case "first_female" -> women.put(name[0], rank);
        default -> {
          if (rank <= SURNAMES) {
            add(name[0], Knowledge.SURNAME);
          }
        }
      }
    }
    given(men, women, Knowledge.MALE);
    given(women, men, Knowledge.FEMALE);
    for (String[] person : table("us-politicians.tsv")) {
      add(person[0], Knowledge.PERSON);
      add(person[2], Knowledge.SURNAME);
    }
    list("government.politician", Knowledge.PERSON);
    list("sports.pro_athlete", Knowledge.PERSON);
    list("lastname.5000", Knowledge.SURNAME);
    list("people.family_name", Knowledge.SURNAME);
    for (String name : lines("freebase-twitter_nlp/people.person.lastnames.txt")) {
      if (vocabulary.containsKey(name.toLowerCase(java.util.Locale.ROOT))) {
        add(name, Knowledge.SURNAME);
      }
    }
  }

  private void given(Map<String, Integer> of, Map<String, Integer> others, int list) {
    of.forEach(
        (name, rank) -> {
          Integer other = others.get(name);
          if (other == null || rank < DOMINANCE * other) {
            add(name, list);
          }
        });
  }

  private void bodies() throws IOException {
    for (String[] company : table("companies-us-listed.tsv")) {
      add(company[0], Knowledge.COMPANY);
    }
    for (String[] school : table("universities-hipo.tsv")) {
      add(school[0], Knowledge.SCHOOL);
    }
    for (String[] agency : table("us-government-orgs-dotgov.tsv")) {
      add(agency[0], Knowledge.AGENCY);
    }
    for (String committee : lines("us-congress-committees.txt")) {
      add(committee, Knowledge.AGENCY);
    }
    list("government.government_agency", Knowledge.AGENCY);
    list("education.university", Knowledge.SCHOOL);
    list("business.brand", Knowledge.COMPANY);
    list("business.sponsor", Knowledge.COMPANY);
    list("venture_capital.venture_funded_company", Knowledge.COMPANY);
    list("sports.sports_team", Knowledge.TEAM);
    list("sports.sports_league", Knowledge.TEAM);
    list("book.newspaper", Knowledge.MEDIUM);
    list("broadcast.tv_channel", Knowledge.MEDIUM);
    list("tv.tv_network", Knowledge.MEDIUM);
    list("award.award", Knowledge.OTHER);
    list("time.holiday", Knowledge.OTHER);
    list("time.recurring_event", Knowledge.OTHER);
  }

  private void lexicon() throws IOException {
    for (String[] entry : table("compromise-lexicon.tsv")) {
      int list = 0;
      for (String tag : entry[1].split("\\|", -1)) {
        list |=
            switch (tag) {
              case "FemaleName" -> Knowledge.FEMALE;
              case "MaleName" -> Knowledge.MALE;
              case "FirstName" -> Knowledge.FEMALE | Knowledge.MALE;
              case "LastName" -> Knowledge.SURNAME;
              case "Person" -> Knowledge.PERSON;
              case "City" -> Knowledge.CITY;
              case "Country" -> Knowledge.COUNTRY;
              case "Region", "Place" -> Knowledge.REGION;
              case "Demonym" -> Knowledge.DEMONYM;
              case "Organization" -> Knowledge.COMPANY;
              case "SportsTeam" -> Knowledge.TEAM;
              default -> 0;
            };
      }
      add(entry[0], list);
    }
  }

  private void list(String name, int list) throws IOException {
    for (String line : lines("freebase-twitter_nlp/" + name + ".txt")) {
      add(line, list);
    }
  }

  private List<String[]> table(String name) throws IOException {
    return lines(name).stream().map(line -> line.split("\t", -1)).toList();
  }

  private List<String> lines(String name) throws IOException {
    try (var lines = Files.lines(gazetteers.resolve(name))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  /** Adds a name as it stands and without its accents. */
  private void add(String name, int list) {
    if (list == 0 || name.isBlank() || (!whole && Gazetteers.isKeptBack(name))) {
      return;
    }
    addPlain(name, list);
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    if (!bare.equals(name)) {
      addPlain(bare, list);
    }
  }

  private void addPlain(String name, int list) {
    document.reset(name.strip(), -1, -1);
    reader.read(document, true);
    Tokens tokens = document.tokens;
    if (tokens.count == 0 || tokens.count > Knowledge.MAX_WORDS) {
      return;
    }
    int hash = 0;
    for (int t = 0; t < tokens.count; t++) {
      hash = WordHash.join(hash, WordHash.of(document.chars, tokens.start[t], tokens.end[t]));
    }
    names.merge(hash, list, (a, b) -> a | b);
  }

  private static int hash(String word) {
    return WordHash.of(word.toCharArray(), 0, word.length());
  }
}
