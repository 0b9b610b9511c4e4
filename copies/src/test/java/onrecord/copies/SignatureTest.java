package onrecord.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  @Test
  void theOrderAndTheRepetitionOfShinglesDoNotCount() {
    int[] hashes = hashes(1, 0, 1000);
    int[] turned = new int[2000];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = hashes[999 - i % 1000];
    }

    assertEquals(bytes(signature(hashes)), bytes(signature(turned)));
  }

  @Test
  void theKeysAreTheLeastHashesUnsigned() {
    Signature signature = signature(new int[] {-1, 7, -9, 3, 5, 1, 2, 4, 6, 3});

    assertEquals(9, signature.keys());
    assertEquals(1, signature.key(0));
    assertEquals(-9, signature.key(7));
    assertEquals(-1, signature.key(8));
  }

  @Test
  void fewerThanEightShinglesAreNoSignature() {
    Signature seven = signature(hashes(1, 0, Signature.LEAST_SHINGLES - 1));

    assertTrue(seven.isNone());
    assertEquals(-1, seven.similarity(seven));
    assertEquals(1, signature(hashes(1, 0, 8)).similarity(signature(hashes(1, 0, 8))));
  }

  @Test
  void aBriefTextThatStandsInALongerOneIsNoCopy() {
    Signature brief = signature(hashes(1, 0, 39));

    assertEquals(-1, brief.similarity(signature(hashes(1, 0, 50))));
    assertEquals(39 / 48.0, brief.similarity(signature(hashes(1, 0, 48))));
    assertEquals(1, signature(hashes(1, 0, 40)).similarity(signature(hashes(1, 0, 200))));
  }

  @Test
  void ofTextsThatAreKnownWholeTheShareIsExact() {
    Signature shorter = signature(hashes(1, 0, 100));

    assertEquals(0.6, shorter.similarity(signature(hashes(1, 40, 240))));
    assertEquals(0.6, signature(hashes(1, 40, 240)).similarity(shorter));
  }

  @Test
  void anEstimateMustBeMoreThanHalfByItsStandardError() {
    int[] text = hashes(1, 0, 400);
    Signature longer = signature(hashes(1, 0, 4000));
    int least = 200;
    while (signature(mixed(text, least)).similarity(longer) < 0) {
      least++;
    }

    // A tenth of the sample of 256 is of the shorter text: an error of 0.1.
    assertEquals(0.6, signature(mixed(text, least)).similarity(longer), 0.04);
    assertEquals(0.5, signature(hashes(2, 0, 200)).similarity(signature(hashes(2, 100, 350))));
  }

  @ParameterizedTest
  @CsvSource({"300, 600, 0.7", "600, 600, 0.8", "1000, 1500, 0.9", "2000, 2000, 0.7"})
  void theEstimateIsWithinItsErrorOfTheTrueShare(int few, int many, double share) {
    int common = (int) (share * few);
    // Of the shorter text so many hashes lie below the end of the longer one's sample.
    double sample = Math.min(few, Signature.MOST * (double) few / many);
    double error = Math.sqrt(share * (1 - share) / sample);
    double sum = 0;
    int times = 100;
    for (int seed = 0; seed < times; seed++) {
      double estimate =
          signature(hashes(seed, 0, few))
              .similarity(signature(hashes(seed, few - common, few - common + many)));
      assertEquals(share, estimate, 4 * error, "seed " + seed);
      sum += estimate;
    }
    assertEquals(share, sum / times, 4 * error / Math.sqrt(times), "on average");
  }

  @Test
  void nothingOfItIsLostWhenItIsWritten() {
    Signature signature = signature(hashes(1, 0, 1000));

    assertEquals(bytes(signature), bytes(Signature.readFrom(bytes(signature))));
  }

  /** Of a seed's endless row of hashes those from here to there. */
  private static int[] hashes(long seed, int from, int to) {
    Random random = new Random(seed);
    return IntStream.range(0, to).map(i -> random.nextInt()).skip(from).toArray();
  }

  /** The first hashes of a text and others of no text's. */
  private static int[] mixed(int[] text, int first) {
    int[] mixed = hashes(-1, 0, text.length);
    System.arraycopy(text, 0, mixed, 0, first);
    return mixed;
  }

  private static Signature signature(int[] hashes) {
    return Signature.of(hashes.clone(), hashes.length);
  }

  private static ByteBuffer bytes(Signature signature) {
    ByteBuffer bytes = ByteBuffer.allocate(signature.bytes());
    signature.writeTo(bytes);
    return bytes.flip();
  }
}
