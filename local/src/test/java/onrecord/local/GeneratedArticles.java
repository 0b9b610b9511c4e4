package onrecord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.EventJson;

/**
 * Any number of different articles out of the few in {@code seeds/}: each has names and numbers of
 * its own. The same seed gives the same articles, times included.
 */
final class GeneratedArticles {
  private static final ObjectMapper JSON = EventJson.mapper();
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}\\p{Ll}{2,}");
  private static final List<String> ONSETS =
      List.of("Bar", "Cal", "Dor", "Fen", "Gar", "Hol", "Kel", "Lan", "Mar", "Nor", "Pel", "Tar");
  private static final List<String> ENDINGS =
      List.of(
          "by", "den", "field", "ick", "low", "man", "more", "rane", "sey", "ton", "vin", "wood");

  private final SplittableRandom random;

  private GeneratedArticles(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** So many articles, by their ids. */
  static Map<String, Article> of(Path seeds, int count, long seed) throws IOException {
    List<Seed> from = read(seeds);
    GeneratedArticles generated = new GeneratedArticles(seed);
    Map<String, Article> articles = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      Article article = generated.article(from.get(i % from.size()), i);
      articles.put(article.id(), article);
    }
    return articles;
  }

  private Article article(Seed seed, int number) {
    String body = seed.text;
    for (String word : seed.nameWords) {
      body = body.replaceAll("\\b" + word + "\\b", name());
    }
    body = NUMBER.matcher(body).replaceAll(this::number);
    return new ArticleBuilder(String.format("generated-%05d", number))
        .version(1L)
        .source("The Template")
        .language("en")
        .ingestedAt(BEGINNING.plusSeconds(number))
        .body(body)
        .origin(seed.name)
        .build();
  }

  private String name() {
    return ONSETS.get(random.nextInt(ONSETS.size())) + ENDINGS.get(random.nextInt(ENDINGS.size()));
  }

  private String number(MatchResult digits) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < digits.group().length(); i++) {
      number.append(random.nextInt(1, 10));
    }
    return number.toString();
  }

  /** A seed's text and the words of its people's names. */
  private record Seed(String name, String text, List<String> nameWords) {}

  private static List<Seed> read(Path seeds) throws IOException {
    List<Seed> read = new ArrayList<>();
    try (Stream<Path> files = Files.list(seeds)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        JsonNode answer = JSON.readTree(seeds.resolve(name + ".answer.json").toFile());
        List<String> words = new ArrayList<>();
        for (JsonNode entity : answer.get("entities")) {
          if (entity.get("type").asText().equals("PERSON")) {
            for (String word : entity.get("name").asText().split(" ", -1)) {
              if (NAME_WORD.matcher(word).matches() && !words.contains(word)) {
                words.add(word);
              }
            }
          }
        }
        read.add(new Seed(name, Files.readString(file), words));
      }
    }
    return read;
  }
}
