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
import onrecord.evaluate.PlainFinder;
import onrecord.evaluate.Range;
import onrecord.evaluate.SystemOutput;

/**
 * The plain format that scorers read: a line of JSON in, {@code {"id","text"}}; a line of JSON out,
 * in the same order, its offsets in Unicode code points into the text exactly as given. Owns
 * buffers: for one thread.
 */
final class ScoreFormat {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          // A name may hold half a surrogate pair, which UTF-8 can't; an escape can.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final PlainFinder finder;
  private final JsonGenerator out;
  private final PrintStream err;

  /**
   * The format on a stream.
   *
   * @param finder finds entities and quotes in a text, offsets in UTF-16 code units
   */
  ScoreFormat(Function<String, Enricher.Findings> finder, OutputStream out, PrintStream err)
      throws IOException {
    this.finder = new PlainFinder(finder);
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
    SystemOutput found = finder.find(question.text);
    out.writeStartObject();
    out.writeFieldName("id");
    if (question.idIsNumber) {
      out.writeNumber(question.id);
    } else {
      out.writeString(question.id);
    }
    out.writeArrayFieldStart("entities");
    for (SystemOutput.Name name : found.entities()) {
      out.writeStartArray();
      out.writeNumber(name.at().start());
      out.writeNumber(name.at().end());
      out.writeString(name.type());
      out.writeString(name.name());
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("quotes");
    int group = 0;
    for (SystemOutput.Attributed quote : found.quotes()) {
      write(quote, group++);
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeRaw('\n');
  }

  private void write(SystemOutput.Attributed quote, int group) throws IOException {
    List<Range> spans = quote.spans();
    out.writeStartObject();
    out.writeNumberField("start", spans.get(0).start());
    out.writeNumberField("end", spans.get(spans.size() - 1).end());
    out.writeStringField("kind", quote.kind());
    Range speaker = quote.speaker();
    if (speaker == null) {
      out.writeNullField("speakerStart");
      out.writeNullField("speakerEnd");
    } else {
      out.writeNumberField("speakerStart", speaker.start());
      out.writeNumberField("speakerEnd", speaker.end());
    }
    out.writeStringField("speakerName", quote.speakerName());
    if (spans.size() > 1) {
      out.writeArrayFieldStart("spans");
      for (Range span : spans) {
        out.writeStartArray();
        out.writeNumber(span.start());
        out.writeNumber(span.end());
        out.writeEndArray();
      }
      out.writeEndArray();
    }
    out.writeNumberField("group", group);
    out.writeEndObject();
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
