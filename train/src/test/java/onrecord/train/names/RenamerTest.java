package onrecord.train.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.evaluate.BioFile.Token;
import onrecord.train.names.TextBuilder.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamerTest {
  @TempDir Path folder;

  private Renamer renamer() throws IOException {
    Path lists = Files.createDirectories(folder.resolve("freebase-twitter_nlp"));
    String people = list("Ana Brodeur", "Karel Nemec");
    for (String name :
        List.of(
            "government.politician",
            "sports.pro_athlete",
            "facility",
            "business.brand",
            "sports.sports_team",
            "book.newspaper",
            "government.government_agency",
            "venture_capital.venture_funded_company")) {
      Files.writeString(lists.resolve(name + ".txt"), people);
    }
    for (String table : List.of("cities-geonames", "companies-us-listed", "universities-hipo")) {
      Files.writeString(folder.resolve(table + ".tsv"), list("Elmstad"));
    }
    Files.writeString(
        folder.resolve("countries-mledoze.tsv"), "PE\tPeru\tPeru\tPE\tLima\tPeruvian\tA\tA\t-");
    return new Renamer(new Gazetteers(folder), new Random(3));
  }

  /** Names with a number of letters behind them: some of them are kept back, as is needed. */
  private static String list(String... names) {
    return IntStream.range(0, 200)
        .mapToObj(i -> names[i % names.length] + "x".repeat(i / names.length))
        .collect(Collectors.joining("\n"));
  }

  private static Sentence sentence(String... tokens) {
    List<Token> all = new ArrayList<>();
    for (String token : tokens) {
      String[] halves = token.split("/", -1);
      all.add(new Token(halves[0], halves.length > 1 ? halves[1] : "O"));
    }
    return new Sentence(all, new BitSet());
  }

  @Test
  void aPersonKeepsOneNewNameThroughTheDocument() throws IOException {
    List<Sentence> renamed =
        renamer()
            .rename(
                List.of(
                    sentence("Tom/B-PER", "Hale/I-PER", "spoke", "."),
                    sentence("Hale/B-PER", "left", ".")));
    List<Token> first = renamed.get(0).tokens();
    List<Token> second = renamed.get(1).tokens();
    assertNotEquals("Hale", first.get(1).word());
    assertEquals(first.get(1).word(), second.get(0).word());
    assertEquals("B-PER", second.get(0).label());
    assertEquals("spoke", first.get(2).word());
  }

  @Test
  void whatIsOfALandIsRenamedWithTheLand() throws IOException {
    Renamer renamer = renamer();
    int renamed = 0;
    for (int i = 0; i < 50; i++) {
      List<Token> tokens =
          renamer
              .rename(List.of(sentence("Peru/B-LOC", "and", "two", "Peruvians/B-MISC")))
              .get(0)
              .tokens();
      List<String> words = tokens.stream().map(Token::word).toList();
      int and = words.indexOf("and");
      assertEquals("B-LOC", tokens.get(0).label());
      assertEquals("B-MISC", tokens.get(and + 2).label());
      assertEquals(and, words.size() - and - 2, "the land's first word is in what is of it");
      assertEquals(words.get(0).equals("Peru"), words.get(and + 2).equals("Peruvians"));
      assertEquals(words.get(0).charAt(0), words.get(and + 2).charAt(0));
      renamed += words.get(0).equals("Peru") ? 0 : 1;
    }
    assertTrue(renamed > 0 && renamed < 50, "renamed " + renamed);
  }

  @Test
  void aNameThatGoesByItsFirstWordGoesOnDoingSo() throws IOException {
    Renamer renamer = renamer();
    int several = 0;
    for (int i = 0; i < 30; i++) {
      List<Sentence> renamed =
          renamer.rename(
              List.of(
                  sentence("Hale/B-ORG", "Iron/I-ORG", "Works/I-ORG"),
                  sentence("Hale/B-ORG", "paid")));
      List<Token> name = renamed.get(0).tokens();
      if (name.size() > 1) {
        several++;
        // Some stand as a site, in one word.
        String first = renamed.get(1).tokens().get(0).word();
        assertTrue(first.startsWith(name.get(0).word()), first);
      }
    }
    assertTrue(several > 0);
  }

  @Test
  void aSiteIsOneWord() {
    for (int seed = 0; seed < 20; seed++) {
      assertTrue(
          Renamer.site("Elm & Hale Group", new Random(seed)).matches("ElmHaleGroup\\.[a-z]+"));
    }
  }
}
