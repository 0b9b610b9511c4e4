package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void aWordStandsForItsPlace() {
    Cursor cursor = new Cursor(Instant.parse("2026-03-02T07:30:00.123456Z"), "a b:ü", 7);

    assertEquals(cursor, Cursor.of(cursor.word()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 2",
        "x 0 0 id",
        "1 x 0 id",
        "1 0 x id",
        "99999999999999 0 0 id",
        "1 0 0 i\0"
      })
  void aWordThatNoListGaveIsRefused(String parts) {
    String word = Base64.getUrlEncoder().encodeToString(parts.getBytes(StandardCharsets.UTF_8));

    assertThrows(IllegalArgumentException.class, () -> Cursor.of(word));
  }

  @Test
  void aWordInAnotherAlphabetIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Cursor.of("no word!"));
  }
}
