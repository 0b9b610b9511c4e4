package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
  private final Knowledge knowledge = TrainedNames.load().knowledge();

  private static int hash(String name) {
    int hash = 0;
    for (String word : name.split(" ", -1)) {
      hash = WordHash.join(hash, WordHash.of(word.toCharArray(), 0, word.length()));
    }
    return hash;
  }

  @Test
  void aNameStandsInItsLists() {
    assertEquals(Knowledge.COUNTRY, knowledge.lists(hash("Portugal")) & Knowledge.COUNTRY);
    assertEquals(Knowledge.CITY, knowledge.lists(hash("Buenos Aires")) & Knowledge.CITY);
    assertEquals(Knowledge.DEMONYM, knowledge.lists(hash("Aruban")) & Knowledge.DEMONYM);
    assertEquals(0, knowledge.lists(hash("Zzyqx Vrrkl")));
  }

  @Test
  void aGivenNameIsOfOneSexUnlessItIsGivenToBoth() {
    int both = Knowledge.FEMALE | Knowledge.MALE;
    assertEquals(Knowledge.FEMALE, knowledge.lists(hash("Mary")) & both);
    assertEquals(Knowledge.MALE, knowledge.lists(hash("Robert")) & both);
    assertEquals(both, knowledge.lists(hash("Casey")) & both);
  }

  @Test
  void anAccentDoesNotMatter() {
    int with = knowledge.lists(hash("São Paulo"));
    assertEquals(with, knowledge.lists(hash("Sao Paulo")) & with);
    assertNotEquals(0, with);
  }

  @Test
  void aFrequentWordHasItsClusters() {
    long word = knowledge.word(hash("minister"));
    assertNotEquals(0, Knowledge.coarse(word));
    assertNotEquals(0, Knowledge.finest(word));
    assertEquals(0, knowledge.word(hash("zzyqxvrrkl")));
  }

  @Test
  void caseAndTheLastPointOfAnAbbreviationDoNotMatter() {
    assertEquals(hash("St. LOUIS"), hash("St Louis"));
    assertNotEquals(hash("us"), hash("U.S."));
  }

  @Test
  void anotherFileIsNoKnowledge() {
    ByteArrayInputStream other = new ByteArrayInputStream(new byte[64]);
    assertThrows(IOException.class, () -> Knowledge.read(other));
  }
}
