package onrecord.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a text is cut into sentences and tokens. */
class SentencesTest {
  private static final Lexicon LEXICON = Lexicon.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The fire began at 9 p.m.|Crews from Arden put it out.",
        "The hall opens at 9 a.m. Tuesday.|Ada Quill will speak.",
        "It was 9 p.m. GMT.|Nobody came.",
        "The vote is at 9 p.m. Jan. 5.",
        "2. The ferry stays.|Nobody objected.",
        "They counted to 12.|The rest was lost.",
        "She left the firm.|eQuill went on.",
        "\"What now?\" she asked.|He shrugged.",
        "\"We go.\"|Nobody moved.",
        "Mr. Quill met Gov. Marle.|She thanked him."
      })
  void aSentenceEndsAtTheBar(String marked) {
    assertEquals(List.of(marked.split("\\|")), sentences(marked.replace('|', ' ')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No|!!|Never|?!",
        "at|7:30|p.m.|on|3/4/2019",
        "____|signed",
        "1,200|people|:|12|boats",
        "The|U.S.|-|Norland|accord"
      })
  void aTokenEndsAtTheBar(String marked) {
    List<String> tokens = List.of(marked.split("\\|"));

    assertEquals(tokens, tokens(String.join(" ", tokens)));
  }

  @Test
  void aRunOfClosingMarksIsReadOnce() {
    String marks = "\"".repeat(300_000);

    // Looking back over the run from each of its marks would take minutes.
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(marks));
  }

  private static List<String> sentences(String text) {
    Document doc = read(text);
    List<String> sentences = new ArrayList<>();
    for (int s = 0; s < doc.sentences.count; s++) {
      int first = doc.sentences.firstToken[s];
      int last = doc.sentences.endToken[s] - 1;
      sentences.add(doc.text(doc.tokens.start[first], doc.tokens.end[last]));
    }
    return sentences;
  }

  private static List<String> tokens(String text) {
    Document doc = read(text);
    List<String> tokens = new ArrayList<>();
    for (int t = 0; t < doc.tokens.count; t++) {
      tokens.add(doc.text(doc.tokens.start[t], doc.tokens.end[t]));
    }
    return tokens;
  }

  private static Document read(String text) {
    Document doc = new Document();
    doc.reset(text, -1, -1);
    new TextReader(LEXICON).read(doc, true);
    return doc;
  }
}
