package onrecord.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.events.Block;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;

/**
 * All that is to be found in an article: made by hand and kept beside it in {@code
 * NAME.answer.json}, or what the engine found, so that both can be held against each other.
 *
 * @param id of the article
 * @param text its text
 * @param blocks in order
 * @param entities in order
 * @param quotes in order
 * @param notSpeech what stands between marks and is no speech, with a note
 * @param borderline where a careful reader may decide either way, with a note
 */
public record Answer(
    String id,
    CodePointText text,
    List<Part> blocks,
    List<Who> entities,
    List<Said> quotes,
    List<Noted> notSpeech,
    List<Noted> borderline) {
  /** How the file of an answer ends. */
  public static final String ENDING = ".answer.json";

  public Answer {
    blocks = List.copyOf(blocks);
    entities = List.copyOf(entities);
    quotes = List.copyOf(quotes);
    notSpeech = List.copyOf(notSpeech);
    borderline = List.copyOf(borderline);
  }

  /**
   * A block of the article.
   *
   * @param kind headline, paragraph, caption, …
   * @param at where
   */
  record Part(String kind, Range at) {}

  /**
   * An entity.
   *
   * @param id within the article
   * @param type PERSON, ORGANIZATION, LOCATION, …
   * @param name the fullest name
   * @param roles as the article gives them
   * @param mentions every one
   */
  record Who(String id, String type, String name, List<String> roles, List<Named> mentions) {}

  /**
   * A mention of an entity.
   *
   * @param kind name, pronoun or role
   * @param at where
   */
  record Named(String kind, Range at) {}

  /**
   * A quote.
   *
   * @param kind direct, mixed or indirect
   * @param spans the content
   * @param quoted the parts inside marks
   * @param speaker the id of an entity, or null
   * @param speakerName or null
   * @param speakerKind person, organization, …, or null
   * @param mention that gives the speaker away, or null
   * @param cue or null
   * @param sameAs the index of an earlier quote with the same words, or null
   * @param within the index of the quote that it is nested in, or null
   * @param confidence of the engine; NaN in an answer made by hand
   */
  record Said(
      String kind,
      List<Range> spans,
      List<Range> quoted,
      String speaker,
      String speakerName,
      String speakerKind,
      Range mention,
      Range cue,
      Integer sameAs,
      Integer within,
      double confidence) {}

  /**
   * A place with a note.
   *
   * @param at where
   * @param note why
   */
  record Noted(Range at, String note) {}

  /** Reads the answer to a text. */
  public static Answer read(Path file, String text) throws IOException {
    JsonNode answer = JsonLines.whole(file);
    List<Part> blocks = new ArrayList<>();
    for (JsonNode block : answer.path("blocks")) {
      blocks.add(new Part(block.path("kind").asText(), startToEnd(block)));
    }
    List<Who> entities = new ArrayList<>();
    for (JsonNode entity : answer.path("entities")) {
      List<String> roles = new ArrayList<>();
      entity.path("roles").forEach(role -> roles.add(role.asText()));
      List<Named> mentions = new ArrayList<>();
      for (JsonNode mention : entity.path("mentions")) {
        mentions.add(new Named(mention.path(2).asText(), JsonLines.range(mention)));
      }
      entities.add(
          new Who(
              entity.path("id").asText(),
              entity.path("type").asText(),
              entity.path("name").asText(),
              roles,
              mentions));
    }
    List<Said> quotes = new ArrayList<>();
    answer.path("quotes").forEach(quote -> quotes.add(said(quote)));
    return new Answer(
        JsonLines.required(answer, "id").asText(),
        new CodePointText(text),
        blocks,
        entities,
        quotes,
        noted(answer.path("notSpeech")),
        noted(answer.path("borderline")));
  }

  private static Said said(JsonNode quote) {
    return new Said(
        quote.path("kind").asText(),
        JsonLines.ranges(quote.get("spans")),
        JsonLines.ranges(quote.get("quoted")),
        JsonLines.string(quote, "speaker"),
        JsonLines.string(quote, "speakerName"),
        JsonLines.string(quote, "speakerKind"),
        quote.hasNonNull("mention") ? JsonLines.range(quote.get("mention")) : null,
        quote.hasNonNull("cue") ? JsonLines.range(quote.get("cue")) : null,
        index(quote, "sameAs"),
        index(quote, "within"),
        Double.NaN);
  }

  private static Integer index(JsonNode quote, String field) {
    return quote.hasNonNull(field) ? quote.get(field).asInt() : null;
  }

  private static Range startToEnd(JsonNode block) {
    return new Range(block.path("start").asInt(), block.path("end").asInt());
  }

  private static List<Noted> noted(JsonNode all) {
    List<Noted> noted = new ArrayList<>();
    all.forEach(one -> noted.add(new Noted(JsonLines.range(one), one.path(2).asText())));
    return noted;
  }

  /** What the engine found in an article. */
  public static Answer of(EnrichedArticle article) {
    CodePointOffsets offsets = new CodePointOffsets();
    offsets.reset(article.text());
    List<Part> blocks = new ArrayList<>();
    for (Block block : article.blocks()) {
      blocks.add(
          new Part(block.kind(), SystemOutput.range(block.start(), block.end(), offsets::of)));
    }
    List<Who> entities = new ArrayList<>();
    for (Entity entity : article.entities()) {
      List<Named> mentions = new ArrayList<>();
      for (Mention mention : entity.mentions()) {
        mentions.add(new Named(mention.kind(), range(mention.span(), offsets)));
      }
      entities.add(new Who(entity.id(), entity.type(), entity.name(), entity.roles(), mentions));
    }
    Map<String, Integer> indexes = new HashMap<>();
    article.quotes().forEach(quote -> indexes.put(quote.id(), indexes.size()));
    List<Said> quotes = new ArrayList<>();
    for (Quote quote : article.quotes()) {
      Speaker speaker = quote.speaker();
      quotes.add(
          new Said(
              quote.kind(),
              quote.spans().stream().map(span -> range(span, offsets)).toList(),
              quote.quoted().stream().map(span -> range(span, offsets)).toList(),
              speaker == null ? null : speaker.entity(),
              speaker == null ? null : speaker.name(),
              speaker == null ? null : speaker.kind(),
              quote.mention() == null ? null : range(quote.mention(), offsets),
              quote.cue() == null ? null : range(quote.cue(), offsets),
              quote.sameAs() == null ? null : indexes.get(quote.sameAs()),
              quote.within() == null ? null : indexes.get(quote.within()),
              quote.confidence()));
    }
    return new Answer(
        article.id(),
        new CodePointText(article.text()),
        blocks,
        entities,
        quotes,
        List.of(),
        List.of());
  }

  private static Range range(Span span, CodePointOffsets offsets) {
    return SystemOutput.range(span.start(), span.end(), offsets::of);
  }

  /** The names as a gold file has them. */
  GoldEntities goldEntities() {
    List<GoldEntities.Marked> marked =
        names().stream().map(name -> new GoldEntities.Marked(name.at(), name.type())).toList();
    return new GoldEntities(id, text, marked);
  }

  /** Each mention by name of an entity that the score format knows. */
  private List<SystemOutput.Name> names() {
    List<SystemOutput.Name> names = new ArrayList<>();
    for (Who entity : entities) {
      String type = SystemOutput.type(entity.type);
      for (Named mention : entity.mentions) {
        if (type != null && mention.kind.equals(Mention.NAME)) {
          names.add(new SystemOutput.Name(mention.at, type, entity.name));
        }
      }
    }
    return names;
  }

  /** The outermost quotes as a gold file has them. */
  GoldQuotes goldQuotes() {
    List<GoldQuotes.Attribution> attributions = new ArrayList<>();
    for (Said quote : quotes) {
      if (quote.within == null) {
        attributions.add(
            GoldQuotes.Attribution.of(
                text,
                quote.spans,
                quote.mention == null ? List.of() : List.of(quote.mention),
                quote.cue == null ? List.of() : List.of(quote.cue),
                quote.kind));
      }
    }
    List<Range> ignore =
        borderline.stream().filter(each -> each.note.startsWith("quote")).map(Noted::at).toList();
    return new GoldQuotes(id, text, attributions, ignore);
  }

  /** The names and outermost quotes as a system's output has them. */
  SystemOutput systemOutput() {
    List<SystemOutput.Attributed> attributed = new ArrayList<>();
    for (Said quote : quotes) {
      if (quote.within == null) {
        attributed.add(
            new SystemOutput.Attributed(
                quote.kind,
                quote.spans,
                quote.mention,
                quote.speakerName,
                attributed.size(),
                quote.confidence));
      }
    }
    return new SystemOutput(names(), attributed);
  }
}
