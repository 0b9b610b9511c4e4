package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import onrecord.enrich.text.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "it rained all day                        | ``",
        "in Lisbon it rained                      | Lisbon",
        "the Bank of the North and the South pays | Bank of the North and the South",
        "he met Ana de la Cruz today              | Ana de la Cruz",
        "of Lisbon, Porto                         | Lisbon; Porto",
        "with Hale & Sons again                   | Hale & Sons",
        "by Tom Hale, Jr. again                   | Tom Hale, Jr.",
        "to Lisbon. Porto came                    | Lisbon; Porto",
        "said Hale \"Nor Elm\" to it             | Hale; Nor Elm",
        "We met. However, they left              | ``",
        "on Apollo 11 again                       | Apollo 11",
        "an iPhone for al-Karim                   | iPhone for al-Karim"
      })
  void aStretchIsCapitalsAndWhatJoinsThem(String text, String expected) {
    Document doc = ReadText.of(text);
    Words words = new Words(TrainedNames.load().knowledge());
    words.read(doc);
    Stretches stretches = new Stretches();
    stretches.find(doc, words);
    List<String> found = new ArrayList<>();
    for (int s = 0; s < stretches.count(); s++) {
      found.add(
          doc.text(doc.tokens.start[stretches.first(s)], doc.tokens.end[stretches.end(s) - 1]));
    }
    assertEquals(expected, String.join("; ", found));
  }
}
