package onrecord.desk;

import java.util.List;
import onrecord.events.Candidate;
import onrecord.events.Span;
import onrecord.events.Speaker;

/** Who said a quote, as far as it is known, and how sure that is. */
final class Attribution {
  private static final double CERTAIN = 0.9;

  private Attribution() {}

  /**
   * What to call the speaker: the name, else the role, else the article's own word.
   *
   * @param speaker null when the engine can't say
   * @param mention the words that give the speaker away, or null
   */
  static String label(Speaker speaker, Span mention) {
    if (speaker == null) {
      return "Unknown speaker";
    }
    if (speaker.name() != null) {
      return speaker.name();
    }
    if (speaker.role() != null) {
      return capitalized(speaker.role());
    }
    if (mention != null) {
      return capitalized(mention.exact());
    }
    return speaker.kind().equals(Speaker.UNNAMED)
        ? "A speaker who isn't named"
        : "A " + Vocabulary.speakerKind(speaker.kind()) + " that isn't named";
  }

  /** What to add to the label: the role at that moment, or what kind of speaker it is; or null. */
  static String description(Speaker speaker) {
    if (speaker == null) {
      return null;
    }
    if (speaker.name() != null && speaker.role() != null) {
      return speaker.role();
    }
    return speaker.kind().equals(Speaker.PERSON) ? null : Vocabulary.speakerKind(speaker.kind());
  }

  /** Writes the label, as a link to the speaker's page where there is a name. */
  static void writeLabel(Html html, Speaker speaker, Span mention) {
    String page =
        speaker == null || speaker.name() == null ? null : Addresses.speaker(speaker.name());
    String label = label(speaker, mention);
    if (page == null) {
      html.element("span", label, "class", speaker == null ? "unknown" : null);
    } else {
      html.element("a", label, "href", page);
    }
  }

  /** Writes how sure the speaker is and, when it is a close call, who else it may be. */
  static void writeCertainty(
      Html html, Speaker speaker, double confidence, List<Candidate> candidates) {
    String sure = Vocabulary.sure(confidence);
    if (speaker == null) {
      html.element("span", "nobody found who said it", "class", "doubt");
    } else if (confidence < CERTAIN) {
      html.element("span", "only " + sure + " sure", "class", "doubt");
    } else {
      html.text(sure + " sure");
    }
    if (candidates.isEmpty()) {
      return;
    }
    html.open("span", "class", "candidates");
    html.text(speaker == null ? ". It may be " : ". A close call: it may be ");
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      html.text(i == 0 ? "" : " or ");
      String name = candidate.name();
      String page = name == null ? null : Addresses.speaker(name);
      html.element(
          page == null ? "span" : "a", name == null ? "someone not named" : name, "href", page);
      html.text(" (" + Vocabulary.sure(candidate.confidence()) + ")");
    }
    html.close();
  }

  private static String capitalized(String words) {
    int first = words.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(words, Character.charCount(first), words.length())
        .toString();
  }
}
