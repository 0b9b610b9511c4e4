package onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RandomInputTest {
  private static final Set<Integer> CLEAR = Set.of(200, 202, 400, 413, 415, 422);
  private static final String[] TYPES = {
    "application/json",
    "application/x-ndjson",
    "text/plain",
    "text/plain; charset=UTF-16",
    "application/json; charset=windows-1252",
    "application/x-ndjson; charset=ISO-2022-JP",
    "application/x-ndjson; charset=x-JISAutoDetect",
    "text/plain; charset"
  };
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"body\"",
    "\"id\"",
    "\"version\"",
    "\"url\"",
    "null",
    "1",
    "-",
    "1e9",
    "\"x\"",
    "\\",
    "\\ud800",
    "\\u0000",
    "\n",
    "\r\n",
    " ",
    "é",
    "😀",
    "\"pubStatus\"",
    "\"canceled\"",
    "\"publishedAt\"",
    "\"2021-06-08\"",
    "{\"body\":\"x\"}\n",
    "\uFEFF"
  };

  @Test
  void whateverComesIsAnsweredClearly() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("RandomInputTest: seed " + seed);
    Random random = new Random(seed);
    try (DoorUnderTest door = DoorUnderTest.open()) {
      for (int i = 0; i < 1_500; i++) {
        byte[] body = random.nextBoolean() ? bytes(random) : pieces(random);
        String type = TYPES[random.nextInt(TYPES.length)];

        DoorUnderTest.Answer answer = door.post(type, body);

        assertTrue(
            CLEAR.contains(answer.status()), () -> "case of seed " + seed + ": " + answer.status());
        assertTrue(answer.lines().stream().allMatch(line -> line.has("status")), answer.body());
      }
      assertEquals(202, door.post("text/plain", "Still here.").status());
    }
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] pieces(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(20); n > 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString()
        .getBytes(random.nextInt(5) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }
}
