package onrecord.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import onrecord.events.Article;
import onrecord.events.EventJson;

/**
 * {@code POST /articles}: takes articles and answers each when Kafka has it. Safe to share between
 * threads.
 */
final class ArticlesDoor {
  private static final Duration ROOM_PATIENCE = Duration.ofSeconds(2);
  private static final String HEADER = "article-";
  private static final ObjectMapper JSON = EventJson.mapper();

  /** How many answers of a batch may be outstanding. */
  private static final int WINDOW = 500;

  private final ArticleReader reader;
  private final Publisher publisher;
  private final MeterRegistry meters;

  ArticlesDoor(ArticleReader reader, Publisher publisher, MeterRegistry meters) {
    this.reader = reader;
    this.publisher = publisher;
    this.meters = meters;
  }

  void post(Context ctx) throws IOException, InterruptedException {
    String type = ctx.contentType() == null ? "" : ctx.contentType();
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    try {
      Charset charset = charset(type);
      switch (media) {
        case "application/json" -> one(ctx, reader.json(body(ctx), charset));
        case "text/plain" -> one(ctx, reader.text(body(ctx), charset, fields(ctx)));
        case "application/x-ndjson", "application/ndjson", "application/jsonl" ->
            many(ctx, charset);
        default ->
            throw new Refused(
                Refusal.Kind.WRONG_TYPE,
                null,
                "Content-Type is \""
                    + media
                    + "\"; send application/json, application/x-ndjson or text/plain");
      }
    } catch (Refused e) {
      Refusal refusal = e.refusal();
      answer(ctx, refusal.kind().httpStatus, refused(refusal));
    }
  }

  private static Charset charset(String contentType) throws Refused {
    for (String parameter : contentType.split(";", -1)) {
      String[] pair = parameter.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equalsIgnoreCase("charset")) {
        String name = pair[1].replace("\"", "").strip();
        try {
          return Charset.forName(name);
        } catch (IllegalArgumentException e) {
          throw new Refused(
              new Refusal(
                  Refusal.Kind.WRONG_TYPE,
                  null,
                  "charset \"" + name + "\" isn't known; send UTF-8"),
              e);
        }
      }
    }
    return null;
  }

  private static byte[] body(Context ctx) throws IOException, Refused {
    byte[] bytes = ctx.bodyInputStream().readNBytes(ArticleReader.MAX_DOCUMENT_BYTES + 1);
    if (bytes.length > ArticleReader.MAX_DOCUMENT_BYTES) {
      throw new Refused(
          Refusal.Kind.TOO_LARGE,
          "body",
          "the request is larger than an article may be, " + Article.MAX_BODY_BYTES + " bytes");
    }
    return bytes;
  }

  /** What the headers of a plain text say: Article-Published-At is the field publishedAt. */
  private static ArticleFields fields(Context ctx) throws Refused {
    ArticleFields fields = new ArticleFields();
    for (Map.Entry<String, String> header : ctx.headerMap().entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!name.startsWith(HEADER)) {
        continue;
      }
      String bare = name.substring(HEADER.length()).replace("-", "");
      String field = null;
      for (String known : ArticleFields.NAMES) {
        if (known.equalsIgnoreCase(bare) && !known.equals("body")) {
          field = known;
        }
      }
      if (field == null) {
        throw new Refused(
            Refusal.Kind.UNUSABLE,
            header.getKey(),
            "the header " + header.getKey() + " isn't known");
      }
      try {
        // A plus stands for itself here, as in a time's offset.
        String escaped = header.getValue().replace("+", "%2B");
        fields.put(field, URLDecoder.decode(escaped, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new Refused(
            new Refusal(
                Refusal.Kind.UNUSABLE,
                header.getKey(),
                "the header " + header.getKey() + " has a % that begins no escape"),
            e);
      }
    }
    return fields;
  }

  private void one(Context ctx, Article article) throws IOException, InterruptedException {
    Outcome outcome = outcome(article, send(article));
    if (outcome.status != 202) {
      ctx.header("Retry-After", "2");
    }
    answer(ctx, outcome.status, outcome.fields);
  }

  /** One line of answer a line of request, in order; one bad article spoils no other. */
  private void many(Context ctx, Charset charset)
      throws IOException, InterruptedException, Refused {
    ByteLines lines =
        new ByteLines(ctx.bodyInputStream(), charset, ArticleReader.MAX_DOCUMENT_BYTES);
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    Deque<Pending> pending = new ArrayDeque<>();
    while (true) {
      Pending next;
      try {
        byte[] line = lines.next();
        if (line == null) {
          break;
        }
        if (new String(line, lines.charset()).isBlank()) {
          continue;
        }
        Article article = reader.json(line, lines.charset());
        next = new Pending(lines.number(), article, send(article), null);
      } catch (Refused e) {
        next = new Pending(lines.number(), null, null, e.refusal().at(null, lines.number()));
      }
      pending.add(next);
      if (pending.size() >= WINDOW) {
        write(answers, pending.remove());
      }
    }
    while (!pending.isEmpty()) {
      write(answers, pending.remove());
    }
    ctx.status(200).contentType("application/x-ndjson").result(answers.toByteArray());
  }

  private record Pending(
      int line, Article article, CompletableFuture<Publisher.Place> place, Refusal refusal) {}

  private record Outcome(int status, Map<String, Object> fields) {}

  private void write(ByteArrayOutputStream answers, Pending pending)
      throws IOException, InterruptedException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", pending.line);
    fields.putAll(
        pending.refusal != null
            ? refused(pending.refusal)
            : outcome(pending.article, pending.place).fields);
    answers.write(JSON.writeValueAsBytes(fields));
    answers.write('\n');
  }

  private CompletableFuture<Publisher.Place> send(Article article) throws InterruptedException {
    try {
      return publisher.publish(article, ROOM_PATIENCE);
    } catch (Publisher.Busy e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Outcome outcome(Article article, CompletableFuture<Publisher.Place> place)
      throws InterruptedException {
    Map<String, Object> fields = new LinkedHashMap<>();
    try {
      Publisher.Place at = place.get();
      fields.put("status", "accepted");
      fields.put("id", article.id());
      fields.put("version", article.order(0));
      fields.put("contentHash", article.contentHash());
      fields.put("topic", at.topic());
      fields.put("partition", at.partition());
      fields.put("offset", at.offset());
      meters.counter("onrecord.articles.accepted").increment();
      return new Outcome(202, fields);
    } catch (ExecutionException e) {
      boolean busy = e.getCause() instanceof Publisher.Busy;
      fields.put("status", "not accepted");
      fields.put("id", article.id());
      fields.put(
          "reason",
          busy
              ? e.getCause().getMessage()
              : "Kafka did not take it; send it again later, the same article is never doubled");
      meters.counter("onrecord.articles.delayed", "reason", busy ? "busy" : "kafka").increment();
      return new Outcome(busy ? 429 : 503, fields);
    }
  }

  private Map<String, Object> refused(Refusal refusal) {
    meters.counter("onrecord.articles.refused", "reason", refusal.kind().word).increment();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", "refused");
    if (refusal.field() != null) {
      fields.put("field", refusal.field());
    }
    fields.put("reason", refusal.reason());
    return fields;
  }

  private static void answer(Context ctx, int status, Map<String, Object> fields)
      throws JsonProcessingException {
    ctx.status(status).contentType("application/json").result(JSON.writeValueAsBytes(fields));
  }
}
