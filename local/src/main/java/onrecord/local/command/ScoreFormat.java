package onrecord.local.command;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import onrecord.enrich.Enricher;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.Span;

/**
 * The plain format that scorers read: a line of JSON in, {@code {"id","text"}}; a line of JSON out,
 * in the same order, its offsets in Unicode code points into the text exactly as given. Owns
 * buffers: for one thread.
 */
final class ScoreFormat {
  private static final char REPLACEMENT = '\uFFFD';
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          // A name may hold half a surrogate pair, which UTF-8 can't; an escape can.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final Function<String, Enricher.Findings> finder;
  private final JsonGenerator out;
  private final PrintStream err;

  /** For each place in the text how many pairs of surrogates end before it. */
  private int[] pairsBefore = new int[1];

  /** Whether {@link #pairsBefore} is of this text; where no pair can stand it is not filled. */
  private boolean pairs;

  /**
   * The format on a stream.
   *
   * @param finder finds entities and quotes in a text, offsets in UTF-16 code units
   */
  ScoreFormat(Function<String, Enricher.Findings> finder, OutputStream out, PrintStream err)
      throws IOException {
    this.finder = finder;
    this.out = JSON.createGenerator(out, JsonEncoding.UTF8);
    this.out.setRootValueSeparator(null);
    this.err = err;
  }

  /**
   * Answers every line of a stream that can be read, and names the others.
   *
   * @param name of the stream, for messages
   * @return whether every line could be read
   */
  boolean answer(InputStream in, String name) throws IOException {
    boolean all = true;
    ByteLines lines = new ByteLines(in);
    for (int number = 1; lines.advance(); number++) {
      if (blank(lines)) {
        continue;
      }
      Question question;
      try {
        question = read(lines);
      } catch (JsonProcessingException e) {
        err.println(name + ":" + number + ": " + e.getOriginalMessage());
        all = false;
        continue;
      }
      write(question);
    }
    out.flush();
    return all;
  }

  /** A line that was read; the id is JSON as it stood, a string or a number. */
  private record Question(String id, boolean idIsNumber, String text) {}

  private static Question read(ByteLines line) throws IOException {
    try (JsonParser parser = JSON.createParser(line.buffer, line.start, line.end - line.start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "the line is no JSON object");
      }
      String id = null;
      boolean number = false;
      String text = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("id") && value.isScalarValue()) {
          id = parser.getText();
          number = value.isNumeric();
        } else if (field.equals("text") && value == JsonToken.VALUE_STRING) {
          text = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
      if (text == null) {
        throw new JsonParseException(parser, "the field \"text\" is missing or no string");
      }
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something stands behind the object");
      }
      return new Question(id, number, text);
    }
  }

  private void write(Question question) throws IOException {
    Enricher.Findings findings = finder.apply(usable(question.text));
    out.writeStartObject();
    out.writeFieldName("id");
    if (question.idIsNumber) {
      out.writeNumber(question.id);
    } else {
      out.writeString(question.id);
    }
    out.writeArrayFieldStart("entities");
    for (Entity entity : findings.entities()) {
      write(entity);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("quotes");
    int group = 0;
    for (Quote quote : findings.quotes()) {
      // The format knows the outermost attribution only.
      if (quote.within() == null) {
        write(quote, group++);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private void write(Entity entity) throws IOException {
    String type =
        switch (entity.type()) {
          case Entity.PERSON -> "PER";
          case Entity.ORGANIZATION -> "ORG";
          case Entity.LOCATION, "FACILITY" -> "LOC";
          default -> null;
        };
    if (type == null) {
      return;
    }
    for (Mention mention : entity.mentions()) {
      if (mention.kind().equals(Mention.NAME)) {
        out.writeStartArray();
        out.writeNumber(codePoints(mention.start()));
        out.writeNumber(codePoints(mention.end()));
        out.writeString(type);
        out.writeString(entity.name());
        out.writeEndArray();
      }
    }
  }

  private void write(Quote quote, int group) throws IOException {
    List<Span> spans = quote.spans();
    out.writeStartObject();
    out.writeNumberField("start", codePoints(spans.get(0).start()));
    out.writeNumberField("end", codePoints(spans.get(spans.size() - 1).end()));
    out.writeStringField("kind", quote.kind());
    Span mention = quote.mention();
    if (mention == null) {
      out.writeNullField("speakerStart");
      out.writeNullField("speakerEnd");
    } else {
      out.writeNumberField("speakerStart", codePoints(mention.start()));
      out.writeNumberField("speakerEnd", codePoints(mention.end()));
    }
    out.writeStringField("speakerName", quote.speaker() == null ? null : quote.speaker().name());
    if (spans.size() > 1) {
      out.writeArrayFieldStart("spans");
      for (Span span : spans) {
        out.writeStartArray();
        out.writeNumber(codePoints(span.start()));
        out.writeNumber(codePoints(span.end()));
        out.writeEndArray();
      }
      out.writeEndArray();
    }
    out.writeNumberField("group", group);
    out.writeEndObject();
  }

  /**
   * The text with NULs and halves of surrogate pairs, which no event may hold, exchanged for the
   * replacement character: every other character stays in its place. Prepares {@link #codePoints}.
   */
  private String usable(String text) {
    int length = text.length();
    int plain = 0;
    while (plain < length
        && text.charAt(plain) != 0
        && !Character.isSurrogate(text.charAt(plain))) {
      plain++;
    }
    // In most texts no such character stands, and offsets are what they are.
    pairs = plain < length;
    if (!pairs) {
      return text;
    }
    if (pairsBefore.length <= length) {
      pairsBefore = new int[length + 1];
    }
    char[] usable = text.toCharArray();
    int count = 0;
    for (int i = 0; i < length; i++) {
      pairsBefore[i] = count;
      char c = usable[i];
      if (i + 1 < length && Character.isSurrogatePair(c, usable[i + 1])) {
        pairsBefore[++i] = count++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        usable[i] = REPLACEMENT;
      }
    }
    pairsBefore[length] = count;
    return new String(usable);
  }

  private int codePoints(int offset) {
    return pairs ? offset - pairsBefore[offset] : offset;
  }

  private static boolean blank(ByteLines line) {
    for (int i = line.start; i < line.end; i++) {
      if (line.buffer[i] != ' ' && line.buffer[i] != '\r' && line.buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
