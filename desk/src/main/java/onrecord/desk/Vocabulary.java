package onrecord.desk;

import java.util.Locale;
import java.util.Map;
import onrecord.events.Block;
import onrecord.events.Entity;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Speaker;

/**
 * The contract's words in a reader's words, and the style class of each. A word it doesn't know
 * (the contract may grow) is shown as it is and styled as "other".
 */
final class Vocabulary {
  private static final String OTHER = "other";

  private static final Map<String, String> QUOTE_KINDS =
      Map.of(
          Quote.DIRECT, "Direct quote",
          Quote.MIXED, "Quoted in part",
          Quote.INDIRECT, "Reported speech");

  private static final Map<String, String> ENTITY_TYPES =
      Map.of(
          Entity.PERSON, "People",
          Entity.ORGANIZATION, "Organizations",
          Entity.LOCATION, "Places");

  private static final Map<String, String> SPEAKER_KINDS =
      Map.of(
          Speaker.PERSON, "person",
          Speaker.ORGANIZATION, "organization",
          Speaker.GROUP, "group",
          Speaker.DOCUMENT, "document",
          Speaker.UNNAMED, "not named");

  private static final Map<String, String> BLOCK_CLASSES =
      Map.of(
          Block.HEADLINE, "headline",
          Block.BYLINE, "byline",
          Block.DATELINE, "dateline",
          Block.PARAGRAPH, "paragraph",
          Block.LABEL, "label",
          Block.CAPTION, "caption",
          Block.CREDIT, "credit",
          Block.PROMOTION, "promotion",
          Block.EMBEDDED_POST, "embedded-post");

  private Vocabulary() {}

  static String quoteKind(String kind) {
    return QUOTE_KINDS.getOrDefault(kind, kind);
  }

  static String quoteClass(String kind) {
    return QUOTE_KINDS.containsKey(kind) ? kind : OTHER;
  }

  /** What happened to a quote or a name from one version to the next. */
  static String operation(String operation) {
    return switch (operation) {
      case QuoteEvent.ADDED -> "New";
      case QuoteEvent.CHANGED -> "Changed";
      case QuoteEvent.WITHDRAWN -> "Removed";
      default -> operation;
    };
  }

  static String operationClass(String operation) {
    return switch (operation) {
      case QuoteEvent.ADDED -> "added";
      case QuoteEvent.CHANGED -> "changed";
      case QuoteEvent.WITHDRAWN -> "removed";
      default -> OTHER;
    };
  }

  /** What a list of such entities is called. */
  static String entityTypes(String type) {
    String words = type.replace('_', ' ').toLowerCase(Locale.ROOT);
    return ENTITY_TYPES.getOrDefault(type, capitalized(words));
  }

  static String entityClass(String type) {
    return switch (type) {
      case Entity.PERSON -> "person";
      case Entity.ORGANIZATION -> "organization";
      case Entity.LOCATION -> "location";
      default -> OTHER;
    };
  }

  static String speakerKind(String kind) {
    return SPEAKER_KINDS.getOrDefault(kind, kind);
  }

  static String blockClass(String kind) {
    return BLOCK_CLASSES.getOrDefault(kind, OTHER);
  }

  /** How sure the engine is, in whole per cent, never more than it is. */
  static String sure(double confidence) {
    return (int) Math.floor(confidence * 100 + 1e-9) + "%";
  }

  /** With a capital letter at its beginning. */
  static String capitalized(String words) {
    int first = words.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(words, Character.charCount(first), words.length())
        .toString();
  }

  /** "1 quote", "2 quotes". */
  static String count(int number, String one, String many) {
    return number + "\u00a0" + (number == 1 ? one : many);
  }
}
