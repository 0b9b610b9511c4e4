package onrecord.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutTest {
  @ParameterizedTest
  @CsvSource({
    "courier_2015-11-11_ferry-sails, false",
    "courier_2016-07-31_ferry-sails, false",
    "courier_2016-08-01_ferry-sails, true",
    "courier_2016-09-07_ferry-sails, true",
    "courier_2017-01-02_a-look-back-at-2015-11, true",
    "corpus-test-0000, true",
    "corpus-train-0008, false",
    "corpus-train-0009, true",
    "corpus-train-1019, true",
    "crossner-music-0000, false",
    "crossner-music-0001, false",
    "crossner-music-0002, true",
    "ferry-chief-interview, false",
    "council-04, false",
    "council-05, true",
    "council-10, true",
  })
  void theLastMonthsAndTheTestPartsAreHeldOut(String id, boolean heldOut) {
    assertEquals(heldOut, HeldOut.holds(id));
  }
}
