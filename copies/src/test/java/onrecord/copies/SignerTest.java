package onrecord.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onrecord.events.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
  private static final String TEXT =
      "The road over the hill isn't open, and it stays closed until the end of the week.";

  private final Signer signer = new Signer();

  @Test
  void theHashesOfATextAreThoseThatAreStored() {
    // Other ones would find no copy of what was signed before.
    Signature signature = sign(TEXT);

    assertEquals(15, signature.keys());
    assertEquals(484_465_617, signature.key(0));
    assertEquals(520_179_463, signature.key(1));
    assertEquals(790_765_831, signature.key(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "THE ROAD over the hill isn't open, and it stays closed until the end of the week.",
        "The road - over the hill - isn\u2019t open and it stays closed until the end of the week",
        "The  road\u00a0over the hill isnt open; \u201cand\u201d it stays closed until the end of"
            + " the week!",
        "The ro\u0301ad over the hill isn't open, and it stays closed until the end of the week."
      })
  void caseMarksAndAccentsThatStandApartDoNotCount(String text) {
    assertEquals(1, sign(TEXT).similarity(sign(text)));
    assertEquals(sign(TEXT).key(0), sign(text).key(0));
  }

  @Test
  void onlyParagraphsCountAndShinglesRunOverTheirEnds() {
    String text = "A headline of words. " + TEXT;
    int start = text.length() - TEXT.length();
    Signature parts =
        signer.sign(
            text,
            List.of(
                new Block(Block.HEADLINE, 0, start - 1),
                new Block(Block.PARAGRAPH, start, start + 9),
                new Block(Block.PARAGRAPH, start + 9, text.length())));

    assertEquals(15, parts.keys());
    assertEquals(1, sign(TEXT).similarity(parts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Correction: An earlier version had the wrong day.",
        "\u2022 This article was amended on Tuesday, for the day was wrong.",
        "EDITOR\u2019S NOTE \u2013 The day was wrong.",
        "(An earlier version of this story had the wrong day.)"
      })
  void aNoticeOfAChangeDoesNotCount(String notice) {
    Signature signature = noted(notice);

    assertEquals(15, signature.keys());
    assertEquals(sign(TEXT).key(0), signature.key(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Correction officers had the wrong day, they said.",
        "This story was told before: there is no better one.",
        "Updated tables: none were at hand on that day."
      })
  void aParagraphThatBeginsLikeANoticeCounts(String paragraph) {
    assertTrue(noted(paragraph).keys() > 15);
  }

  private Signature noted(String notice) {
    String text = TEXT + "\n" + notice;
    return signer.sign(
        text,
        List.of(
            new Block(Block.PARAGRAPH, 0, TEXT.length()),
            new Block(Block.PARAGRAPH, TEXT.length() + 1, text.length())));
  }

  @Test
  void charactersOfAScriptWithoutSpacesAreWords() {
    assertEquals(8, sign("\u4e00\u4e01\u4e02\u4e03\u4e04\u4e05\u4e06\u4e07\u4e08\u4e09").keys());
  }

  @Test
  void fewerThanTenWordsAreNoText() {
    assertTrue(sign("").isNone());
    assertTrue(sign("One two three four five six seven eight nine.").isNone());
    assertEquals(8, sign("One two three four five six seven eight nine ten.").keys());
  }

  @Test
  void aTextThatKeepsSomeParagraphsHasTheirShareInCommon() {
    List<String> paragraphs = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 30; i++) {
      StringBuilder paragraph = new StringBuilder();
      for (int word = 0; word < 40; word++) {
        paragraph.append(Integer.toString(random.nextInt(100_000), 36)).append(' ');
      }
      paragraphs.add(paragraph.append('.').toString());
    }
    Signature whole = sign(String.join("\n", paragraphs.subList(0, 20)));
    Signature other = sign(String.join("\n", paragraphs.subList(6, 30)));

    // 14 of 20; a sample of 256 * 20 / 24 has an error of 0.03.
    assertEquals(14 / 20.0, whole.similarity(other), 0.09);
  }

  private Signature sign(String text) {
    return signer.sign(text, List.of(new Block(Block.PARAGRAPH, 0, text.length())));
  }
}
