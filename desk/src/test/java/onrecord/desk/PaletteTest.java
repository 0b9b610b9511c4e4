package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every colour of words on every ground they may stand on, as WCAG 2 reckons contrast. */
class PaletteTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

  private static final Map<String, List<String>> WORDS_ON =
      Map.of(
          "ink",
          List.of("paper", "shade", "direct", "direct-lit", "mixed", "indirect", "indirect-lit"),
          "muted",
          List.of("paper", "shade"),
          "accent",
          List.of("paper", "shade"),
          "cue",
          List.of("paper", "shade", "direct", "mixed", "indirect"),
          "direct-number",
          List.of("paper", "shade"),
          "indirect-number",
          List.of("paper", "shade"),
          "paper",
          List.of("ink"));

  private static final List<String> LINES =
      List.of(
          "direct-line", "indirect-line", "person", "organization", "location", "other", "accent");

  @Test
  void wordsAreLegibleInTheLight() throws IOException {
    assertEquals(List.of(), tooFaint(light()));
  }

  @Test
  void wordsAreLegibleInTheDark() throws IOException {
    assertEquals(List.of(), tooFaint(dark()));
  }

  private static List<String> tooFaint(Map<String, Integer> colours) {
    List<String> faint = new ArrayList<>();
    WORDS_ON.forEach(
        (words, grounds) -> grounds.forEach(ground -> check(faint, colours, words, ground, 4.5)));
    LINES.forEach(line -> check(faint, colours, line, "paper", 3));
    return faint;
  }

  private static void check(
      List<String> faint, Map<String, Integer> colours, String words, String ground, double least) {
    double contrast = contrast(colours.get(words), colours.get(ground));
    if (contrast < least) {
      faint.add("%s on %s: %.2f".formatted(words, ground, contrast));
    }
  }

  private static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 0xff)
        + 0.7152 * linear(colour >> 8 & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Integer> light() throws IOException {
    String css = css();
    return colours(css.substring(0, css.indexOf("prefers-color-scheme: dark")));
  }

  private static Map<String, Integer> dark() throws IOException {
    String css = css();
    int start = css.indexOf("prefers-color-scheme: dark");
    return colours(css.substring(start, css.indexOf("\n}", start)));
  }

  private static Map<String, Integer> colours(String css) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return colours;
  }

  private static String css() throws IOException {
    try (InputStream in = PaletteTest.class.getResourceAsStream("desk.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
