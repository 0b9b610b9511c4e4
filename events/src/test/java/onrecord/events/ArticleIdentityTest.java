package onrecord.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdentityTest {
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void sourceAndIdComeFirst() {
    assertEquals(
        "the-bellmoor-gazette:42",
        ArticleIdentity.of("The Bellmoor Gazette", "42", "https://a.example", "H", DAY, "b"));
  }

  @Test
  void anIdWithoutASourceStandsAlone() {
    assertEquals("42", ArticleIdentity.of(null, "42", null, null, null, "b"));
  }

  @Test
  void twoSourcesMayUseOneId() {
    assertNotEquals(
        ArticleIdentity.of("A", "42", null, null, null, "b"),
        ArticleIdentity.of("B", "42", null, null, null, "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"le  MONITEUR de Valle", "Le Moniteur-de-Valle", "Lé Moniteur, de Valle!"})
  void aSourceIsComparedWithoutCaseAccentsAndPunctuation(String source) {
    assertEquals("le-moniteur-de-valle:1", ArticleIdentity.of(source, "1", null, null, null, "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a b", "a:b", "url~x", "é", ".", "..", "?"})
  void anIdThatCannotStandInAPathIsHashed(String sourceId) {
    String id = ArticleIdentity.of(null, sourceId, null, null, null, "b");

    assertTrue(id.matches("id~[0-9a-f]{24}"), id);
  }

  @Test
  void aLongIdIsHashed() {
    String id = ArticleIdentity.of("A", "x".repeat(121), null, null, null, "b");

    assertTrue(id.matches("id~[0-9a-f]{24}"), id);
  }

  @Test
  void withoutAnIdTheAddressCounts() {
    String id = ArticleIdentity.of("A", " ", "https://a.example/1", "H", DAY, "b");

    assertTrue(id.matches("url~[0-9a-f]{24}"), id);
    assertEquals(id, ArticleIdentity.of("B", null, "https://a.example/1", "Other", null, "c"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.a.example/x, a.example/x",
    "http://A.example:80/x/, a.example/x",
    "https://a.example:443/x#top, a.example/x",
    "https://a.example:8443/x, a.example:8443/x",
    "https://a.example/x?utm_source=m&fbclid=1&GCLID=2, a.example/x",
    "https://a.example/x?b=2&a=1, a.example/x?a=1&b=2",
    "https://a.example/x?&a=1&, a.example/x?a=1",
    "https://a.example, a.example",
    "' https://a.example/x ', a.example/x",
    "https://a.example/X, a.example/X",
    "https://a.example/a%20b, a.example/a%20b",
    "https://a.example/a b, https://a.example/a b",
    "mailto:a@b.example, mailto:a@b.example"
  })
  void anAddressIsItselfWithoutWhatDiffersBetweenLinks(String url, String canonical) {
    assertEquals(canonical, ArticleIdentity.canonical(url));
  }

  @Test
  void withoutAnAddressSourceHeadlineAndTimeCount() {
    String id = ArticleIdentity.of("A", null, null, "H", DAY, "b");

    assertTrue(id.matches("text~[0-9a-f]{24}"), id);
    assertEquals(id, ArticleIdentity.of("a", null, null, " H ", DAY, "another body"));
    assertNotEquals(id, ArticleIdentity.of("B", null, null, "H", DAY, "b"));
    assertNotEquals(id, ArticleIdentity.of("A", null, null, "I", DAY, "b"));
    assertNotEquals(id, ArticleIdentity.of("A", null, null, "H", DAY.plusSeconds(1), "b"));
    assertNotEquals(id, ArticleIdentity.of("A", null, null, "H", null, "b"));
  }

  @Test
  void withoutAHeadlineTheBodyCounts() {
    String id = ArticleIdentity.of("A", null, null, " ", DAY, "b\n");

    assertEquals(id, ArticleIdentity.of("A", null, null, null, DAY, "b"));
    assertNotEquals(id, ArticleIdentity.of("A", null, null, null, DAY, "c"));
  }
}
