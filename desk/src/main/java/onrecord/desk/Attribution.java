package onrecord.desk;

import java.util.List;
import onrecord.events.Candidate;
import onrecord.events.Span;
import onrecord.events.Speaker;

/** Who said a quote, as far as it is known, and how sure that is. */
final class Attribution {
  private static final double DOUBTFUL = 0.7;

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
    if (given(speaker.name())) {
      return speaker.name();
    }
    if (given(speaker.role())) {
      return Vocabulary.capitalized(speaker.role());
    }
    if (mention != null && given(mention.exact())) {
      return Vocabulary.capitalized(mention.exact());
    }
    return speaker.kind().equals(Speaker.UNNAMED)
        ? "A speaker who isn't named"
        : "A " + Vocabulary.speakerKind(speaker.kind()) + " that isn't named";
  }

  /** What to add to the label: the role at that moment, or what kind of speaker it is; or null. */
  static String description(Speaker speaker, Span mention) {
    if (speaker == null) {
      return null;
    }
    boolean named = given(speaker.name());
    if (named && given(speaker.role())) {
      return speaker.role();
    }
    // Without any word for the speaker the label is the kind already.
    boolean called = named || given(speaker.role()) || mention != null;
    return !called || speaker.kind().equals(Speaker.PERSON)
        ? null
        : Vocabulary.speakerKind(speaker.kind());
  }

  /** Writes the label, as a link to the speaker's page where there is a name. */
  static void writeLabel(Html html, Speaker speaker, Span mention) {
    String page =
        speaker == null || !given(speaker.name()) ? null : Addresses.speaker(speaker.name());
    String label = label(speaker, mention);
    if (page == null) {
      html.element("span", label, "class", speaker == null ? "unknown" : null);
    } else {
      html.element("a", label, "href", page);
    }
  }

  /** Writes what kind of quote it is and the words that say that it was said. */
  static void writeManner(Html html, String kind, Span cue) {
    html.text(Vocabulary.quoteKind(kind));
    if (cue != null) {
      html.text(" · ").element("i", cue.exact());
    }
  }

  static boolean isDoubtful(double confidence) {
    return confidence < DOUBTFUL;
  }

  /** Writes how sure the speaker is and, when it is a close call, who else it may be. */
  static void writeCertainty(
      Html html, Speaker speaker, double confidence, List<Candidate> candidates) {
    if (speaker != null) {
      String sure = " · " + Vocabulary.sure(confidence) + " sure";
      html.element("span", sure, "class", isDoubtful(confidence) ? "doubt" : null);
    }
    if (candidates.isEmpty()) {
      return;
    }
    html.open("span", "class", "candidates");
    html.text(" · A close call: it may be ");
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      html.text(i == 0 ? "" : " or ");
      String name = candidate.name();
      String page = given(name) ? Addresses.speaker(name) : null;
      html.element(
          page == null ? "span" : "a", given(name) ? name : "someone not named", "href", page);
      html.text(" (" + Vocabulary.sure(candidate.confidence()) + ")");
    }
    html.close();
  }

  private static boolean given(String words) {
    return words != null && !words.isBlank();
  }
}
