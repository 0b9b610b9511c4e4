package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NameModelTest {
  private static NameModel model(int... features) {
    float[] weights = new float[features.length * Labels.COUNT];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (i % 7 - 3) / 4f;
    }
    float[] follows = new float[Labels.COUNT * Labels.COUNT];
    follows[1] = 0.5f;
    return NameModel.of(features, weights, follows);
  }

  private static byte[] bytes(NameModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @Test
  void whatWasWrittenIsReadAsItWas() throws IOException {
    NameModel model = model(11, -7, 1 << 30);
    NameModel read = NameModel.read(new ByteArrayInputStream(bytes(model)));

    int[] expected = new int[Labels.ROW];
    int[] scores = new int[Labels.ROW];
    model.add(new int[] {-7, 5}, 2, expected);
    read.add(new int[] {-7, 5}, 2, scores);
    assertArrayEquals(expected, scores);
    assertEquals(model.follows(0, 1), read.follows(0, 1));
    assertEquals(3, read.size());
  }

  @Test
  void theOrderOfTheFeaturesDoesNotMatterToTheBytes() throws IOException {
    float[] weights = new float[2 * Labels.COUNT];
    weights[0] = 1;
    weights[Labels.COUNT] = 2;
    float[] turned = new float[2 * Labels.COUNT];
    turned[0] = 2;
    turned[Labels.COUNT] = 1;
    float[] follows = new float[Labels.COUNT * Labels.COUNT];

    assertArrayEquals(
        bytes(NameModel.of(new int[] {5, 1 << 20 | 5}, weights, follows)),
        bytes(NameModel.of(new int[] {1 << 20 | 5, 5}, turned, follows)));
  }

  @Test
  void aFeatureThatIsNotKnownSaysNothing() {
    int[] scores = new int[Labels.ROW];
    model(11).add(new int[] {12}, 1, scores);
    assertArrayEquals(new int[Labels.ROW], scores);
  }

  @Test
  void anotherFileIsNoModel() {
    ByteArrayInputStream other = new ByteArrayInputStream(new byte[64]);
    assertThrows(IOException.class, () -> NameModel.read(other));
  }
}
