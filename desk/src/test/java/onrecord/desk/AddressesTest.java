package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @Test
  void aNameIsOnePartOfAnAddress() {
    assertEquals("/speakers/AC%2FDC%20%26%20%C3%BC%3F", Addresses.speaker("AC/DC & ü?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", " "})
  void aNameThatIsNoPartOfAnAddressHasNoPage(String name) {
    assertNull(Addresses.speaker(name));
  }

  @Test
  void parametersThatArentGivenAreLeftOut() {
    assertEquals("/?source=A%26B", Addresses.list("/", "q", null, "source", "A&B"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,x", "//a.example", "a b", "ftp://a"})
  void anAddressThatDoesntLeadToTheWebIsNoLink(String url) {
    assertNull(Addresses.web(url));
  }

  @Test
  void anAddressOnTheWebIsALink() {
    assertEquals("HTTPS://a.example/x", Addresses.web(" HTTPS://a.example/x "));
  }
}
