package onrecord.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  private final TextReader reader = new TextReader(Lexicon.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We read Example.com.        | We,read,Example.com,.",
        "They left the U.S. in May.  | They,left,the,U.S.,in,May,.",
        "She came at 9 p.m. or so.   | She,came,at,9,p.m.,or,so,."
      })
  void aPointBelongsToLettersOfAnAbbreviationAndToNoSite(String text, String expected) {
    Document doc = new Document();
    doc.reset(text, -1, -1);
    reader.read(doc, true);
    StringBuilder words = new StringBuilder();
    for (int t = 0; t < doc.tokens.count; t++) {
      words.append(t == 0 ? "" : ",");
      words.append(text, doc.tokens.start[t], doc.tokens.end[t]);
    }
    assertEquals(expected, words.toString());
  }
}
