package onrecord.enrich.tags;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;
import org.junit.jupiter.api.Test;

class TaggerTest {
  private final Document document = new Document();
  private final TextReader reader = new TextReader(Lexicon.load());
  private final Tagger tagger = new Tagger(TagModel.shared());

  /** The tag of a word, the first of its kind in a text. */
  private int tag(String text, String word) {
    document.reset(text, -1, -1);
    reader.read(document, true);
    tagger.tag(document);
    for (int t = 0; t < document.tokens.count; t++) {
      if (document.isWord(t, word)) {
        return document.tokens.tag[t];
      }
    }
    throw new AssertionError(word + " is no token of " + text);
  }

  @Test
  void aVerbIsToldFromTheNounThatIsWrittenAlike() {
    assertEquals(Tags.SAYS, tag("The mayor claims that the bridge is safe.", "claims"));
    assertEquals(Tags.NOUNS, tag("The claims of the mayor were false.", "claims"));
    assertEquals(Tags.VERB, tag("They will charge a toll.", "charge"));
    assertEquals(Tags.NOUN, tag("He denied the charge.", "charge"));
  }

  @Test
  void aParticipleIsToldFromThePast() {
    assertEquals(Tags.SAID, tag("The mayor told reporters a story.", "told"));
    assertEquals(Tags.BEEN_SAID, tag("The reporters were told a story.", "told"));
    assertEquals(Tags.SAYING, tag("He left, saying nothing.", "saying"));
  }

  @Test
  void aHeadlinesCapitalsHideNoVerb() {
    assertEquals(
        Tags.SAYS, tag("Mayor Rejects Plan to Close Two Bridges Before Winter", "Rejects"));
  }

  @Test
  void wordsThatNobodyKnowsHaveATagByTheirEndingAndTheirPlace() {
    assertEquals(Tags.NOUN, tag("The quorpation of the bridge began.", "quorpation"));
    assertEquals(Tags.SAYING, tag("They were quorping the bridge.", "quorping"));
  }

  @Test
  void noTextIsTooShort() {
    document.reset("", -1, -1);
    reader.read(document, true);
    tagger.tag(document);
    assertEquals(0, document.tokens.count);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    TagModel.shared().write(once);
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    TagModel.read(new ByteArrayInputStream(once.toByteArray())).write(twice);
    assertArrayEquals(once.toByteArray(), twice.toByteArray());
  }
}
