package onrecord.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetCheckTest {
  private static final ObjectMapper JSON = EventJson.mapper();

  @Test
  void nothingIsWrongWithTheExample() {
    assertEquals(List.of(), OffsetCheck.violations(Examples.enriched()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /blocks/1/start | 55 | block at 55 overlaps the one before it
          /blocks/7/end | 99999 | block ends behind the text
          /entities/1/id | "e1" | entity id e1 is there twice
          /entities/0/mentions/0/exact | "Bellmoor Senator" | mention of e1: the text from 0 to 16 isn't
          /entities/3/mentions/0 | {"kind":"name","start":99999,"end":100001,"exact":"Al"} | mention of e4
          /entities/2/mentions/1 | {"kind":"name","start":165,"end":182,"exact":"Teresa Vandermeer"} | out of order or doubled
          /quotes/1/id | "qc8605b4eecffda06ae51" | qc8605b4eecffda06ae51 is there twice
          /quotes/1/spans/0/exact | "the reserve “was spent on a parking ticket." | isn't its exact words
          /quotes/0/spans/1 | {"start":108,"end":114,"exact":"Nobody"} | has spans out of order
          /quotes/0/text | "Somebody" | has a text that isn't its spans
          /quotes/1/quoted/0/exact | "was spent on a parking ticket." | quoted part: the text from 280
          /quotes/1/quoted/0 | {"start":244,"end":249,"exact":"Idris"} | has a quoted part outside its spans
          /quotes/0/mention/exact | "Teresa Vandermere" | mention: the text from
          /quotes/0/cue/exact | "says" | cue: the text from
          /quotes/0/speaker/entity | "e9" | names no entity
          /quotes/2/candidates/0/entity | "e9" | has a candidate that is no entity
          /quotes/3/within | "q0" | lies in no quote
          /quotes/5/sameAs | "q0" | repeats no quote
          """)
  void eachKindOfFaultIsFound(String at, String value, String sentence) throws IOException {
    JsonNode event = JSON.readTree(EventJson.write(Examples.enriched()));
    JsonPointer pointer = JsonPointer.compile(at);
    JsonNode parent = event.at(pointer.head());
    if (parent instanceof ArrayNode array) {
      array.set(pointer.last().getMatchingIndex(), JSON.readTree(value));
    } else {
      ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), JSON.readTree(value));
    }

    List<String> violations =
        OffsetCheck.violations(
            EventJson.read(JSON.writeValueAsBytes(event), EnrichedArticle.class));

    assertTrue(
        violations.stream().anyMatch(violation -> violation.contains(sentence)),
        violations.toString());
  }
}
