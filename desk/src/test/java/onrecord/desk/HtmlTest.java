package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void markupInATextIsShownAndNotRun() {
    Html html = new Html().element("p", "<script>alert('1 & \"2\"')</script>");

    assertEquals(
        "<p>&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;</p>",
        html.toString());
  }

  @Test
  void anAttributesValueCantEndItself() {
    Html html = new Html().element("a", "x", "href", "\" onclick='y'");

    assertEquals("<a href=\"&quot; onclick=&#39;y&#39;\">x</a>", html.toString());
  }

  @Test
  void anAttributeWithoutAValueIsBareAndOneThatIsNullIsLeftOut() {
    assertEquals(
        "<details hidden></details>",
        new Html().open("details", "hidden", "", "class", null).close().toString());
  }

  @Test
  void anElementThatHoldsNothingIsNotClosed() {
    assertEquals(
        "<p>a<br>b</p>", new Html().open("p").text("a").open("br").text("b").close().toString());
  }

  @Test
  void anElementLeftOpenIsAFault() {
    assertThrows(IllegalStateException.class, () -> new Html().open("p").toString());
  }
}
