package onrecord.train.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import onrecord.enrich.names.Labels;
import onrecord.enrich.names.NameFeatures;
import onrecord.enrich.names.NameModel;
import onrecord.enrich.names.Names;
import org.junit.jupiter.api.Test;

class NameTrainerTest {
  private static final int HINT = 1_000;

  /** Stretches of one token: a feature of its own says whether it is a person or nothing. */
  private static Examples examples() {
    Examples examples = new Examples();
    for (int i = 0; i < 40; i++) {
      int[] features = new int[NameFeatures.OF_THE_WORD + 1];
      for (int f = 0; f < NameFeatures.OF_THE_WORD; f++) {
        features[f] = 1 + f;
      }
      features[NameFeatures.OF_THE_WORD] = HINT + i % 2;
      examples.open(1);
      examples.add(
          features, features.length, i % 2 == 0 ? Labels.of(Names.PERSON, 0, 1) : Labels.OUTSIDE);
    }
    return examples;
  }

  private static NameModel train() {
    return new NameTrainer(examples(), new NameTrainer.Settings(20, 0.2, 1e-4, 0.5, 2)).train();
  }

  private static byte[] bytes(NameModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @Test
  void theFeatureThatTellsLabelsApartGetsTheWeight() {
    NameModel model = train();
    int[] person = new int[Labels.ROW];
    int[] outside = new int[Labels.ROW];
    model.add(new int[] {HINT}, 1, person);
    model.add(new int[] {HINT + 1}, 1, outside);
    int only = Labels.of(Names.PERSON, 0, 1);
    assertTrue(person[only] > person[Labels.OUTSIDE]);
    assertTrue(outside[Labels.OUTSIDE] > outside[only]);
  }

  @Test
  void theSameExamplesGiveTheSameBytes() throws IOException {
    assertArrayEquals(bytes(train()), bytes(train()));
  }
}
