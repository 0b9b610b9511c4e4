package onrecord.ingest;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import onrecord.events.Article;
import onrecord.events.ArticleStatus;
import onrecord.events.TraceContext;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /articles} and what belongs to it: takes articles and answers for each when Kafka has
 * it; docs/feeding.md describes the answers. Shared by the server's threads: a few of them read
 * requests, none waits for Kafka.
 */
final class ArticlesDoor {
  private static final Logger log = LoggerFactory.getLogger(ArticlesDoor.class);
  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";

  /** Less is no time in milliseconds that news would have: it was before March 1973. */
  private static final long LEAST_TIME_MILLIS = 100_000_000_000L;

  private static final int SECONDS_UNTIL_ROOM = 1;
  private static final int SECONDS_UNTIL_KAFKA = 5;

  private final IngestConfig config;
  private final ArticleReader reader;
  private final Publisher publisher;
  private final StatusRelay statuses;
  private final Executor answering;
  private final Semaphore reading;
  private final Counter accepted;
  private final Counter delayed;
  private final Map<Refusal.Kind, Counter> refused = new EnumMap<>(Refusal.Kind.class);
  private final Timer acknowledgement;

  private volatile boolean closing;

  /**
   * A door that is open.
   *
   * @param answering runs what follows when Kafka has answered
   */
  ArticlesDoor(
      IngestConfig config,
      ArticleReader reader,
      Publisher publisher,
      Executor answering,
      MeterRegistry metrics) {
    this.config = config;
    this.reader = reader;
    this.publisher = publisher;
    this.statuses = new StatusRelay(config.enrichUrl());
    this.answering = answering;
    this.reading = new Semaphore(config.maxRequests());
    this.accepted = metrics.counter("onrecord.articles.accepted");
    this.delayed = metrics.counter("onrecord.articles.delayed");
    for (Refusal.Kind kind : Refusal.Kind.values()) {
      refused.put(kind, metrics.counter("onrecord.articles.refused", "reason", kind.word));
    }
    this.acknowledgement = metrics.timer("onrecord.article.acknowledgement");
  }

  /**
   * The answer to a request.
   *
   * @param retryAfterSeconds 0 when there is no use in coming again
   */
  private record Answer(int status, int retryAfterSeconds, String contentType, String body) {
    static Answer of(Outcome outcome) {
      return new Answer(
          outcome.httpStatus(), retryAfter(outcome.httpStatus()), JSON, outcome.json());
    }

    static int retryAfter(int status) {
      return switch (status) {
        case Outcome.TOO_MANY -> SECONDS_UNTIL_ROOM;
        case Outcome.UNAVAILABLE -> SECONDS_UNTIL_KAFKA;
        default -> 0;
      };
    }
  }

  /** How an answer is come by. */
  private interface Answering {
    CompletableFuture<Answer> to(Context ctx) throws InterruptedException;
  }

  void post(Context ctx) throws InterruptedException {
    answer(ctx, this::answer);
  }

  /** {@code DELETE /articles/{id}}: withdraws the article. */
  void delete(Context ctx) throws InterruptedException {
    answer(ctx, this::withdraw);
  }

  /** {@code GET /articles/{id}/status}. */
  void status(Context ctx) throws InterruptedException {
    try {
      HttpResponse<byte[]> answer = statuses.ask(ctx.pathParam("id"));
      answer.headers().firstValue("Retry-After").ifPresent(s -> ctx.header("Retry-After", s));
      ctx.status(answer.statusCode()).contentType(JSON).result(answer.body());
    } catch (StatusRelay.Away e) {
      ctx.status(Outcome.UNAVAILABLE)
          .header("Retry-After", Integer.toString(SECONDS_UNTIL_KAFKA))
          .contentType(JSON)
          .result(Outcome.later(Outcome.UNAVAILABLE, 0, e.getMessage()).json());
    }
  }

  private CompletableFuture<Answer> withdraw(Context ctx) throws InterruptedException {
    if (closing) {
      return now(later(Outcome.UNAVAILABLE, 0, "the service is stopping"));
    }
    String id = ctx.pathParam("id");
    try {
      Long version = version(ctx.queryParam("version"));
      if (version == null) {
        refuseToOutrank(statuses.find(id));
      }
      Article withdrawal = reader.withdrawal(id, version);
      return send(withdrawal, 0, Duration.ZERO, trace(ctx)).thenApply(Answer::of);
    } catch (Refused e) {
      return now(refused(e.refusal()));
    }
  }

  private static Long version(String given) throws Refused {
    if (given == null) {
      return null;
    }
    try {
      return Long.valueOf(given);
    } catch (NumberFormatException e) {
      throw new Refused(
          Refusal.Kind.UNUSABLE,
          "version",
          "version must be a whole number from 1 to " + Article.MAX_VERSION);
    }
  }

  /** A time would outrank every version that is counted from one, and so all that are to come. */
  private static void refuseToOutrank(ArticleStatus status) throws Refused {
    if (status != null
        && status.latest() != null
        && status.latest().version() < LEAST_TIME_MILLIS) {
      long latest = status.latest().version();
      throw new Refused(
          Refusal.Kind.CONFLICT,
          "version",
          "the versions of this article are counted, the latest is "
              + latest
              + "; withdraw it with ?version="
              + (latest + 1));
    }
  }

  /** The request's trace, or one of its own; the answer says which. */
  private static String trace(Context ctx) {
    String given = TraceContext.valid(ctx.header(TraceContext.HEADER));
    String trace = given != null ? given : TraceContext.random();
    ctx.header(TraceContext.HEADER, trace);
    return trace;
  }

  private void answer(Context ctx, Answering answering) throws InterruptedException {
    CompletableFuture<Answer> answer = answering.to(ctx);
    ctx.future(() -> answer.thenAcceptAsync(ready -> give(ctx, ready), this.answering));
  }

  private static void give(Context ctx, Answer answer) {
    if (answer.retryAfterSeconds() > 0) {
      ctx.header("Retry-After", Integer.toString(answer.retryAfterSeconds()));
    }
    ctx.status(answer.status())
        .contentType(answer.contentType())
        .result(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private CompletableFuture<Answer> answer(Context ctx) throws InterruptedException {
    BoundedBody body =
        new BoundedBody(
            ctx.bodyInputStream(), config.maxRequestBytes(), config.requestTimeout().toNanos());
    if (closing) {
      return now(later(Outcome.UNAVAILABLE, 0, "the service is stopping"));
    }
    if (!reading.tryAcquire()) {
      return now(later(Outcome.TOO_MANY, 0, "too many requests at a time; send it again"));
    }
    try {
      return read(ctx, body);
    } catch (Refused e) {
      drain(body, ctx);
      return now(refused(e.refusal()));
    } catch (BoundedBody.Cut e) {
      drain(body, ctx);
      return now(cut(e));
    } catch (IOException e) {
      // The sender has gone, or has sent a broken request: what came of it must not count.
      return now(refused(unreadable("the request broke off: " + e.getMessage())));
    } finally {
      reading.release();
    }
  }

  private CompletableFuture<Answer> read(Context ctx, BoundedBody body)
      throws IOException, InterruptedException, Refused {
    ContentType type = ContentType.of(ctx.header("Content-Type"));
    String encoding = ctx.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Refused(
          Refusal.Kind.WRONG_TYPE, null, "the Content-Encoding must be identity: send it as it is");
    }
    if (ctx.req().getContentLengthLong() > config.maxRequestBytes()) {
      throw new BoundedBody.Cut(
          413, "a request has at most " + config.maxRequestBytes() + " bytes");
    }
    if (type.form() == ContentType.Form.LINES) {
      return batch(type, body, ctx);
    }
    byte[] bytes = body.readNBytes(ArticleReader.MAX_DOCUMENT_BYTES + 1);
    Article article =
        type.form() == ContentType.Form.JSON
            ? reader.json(bytes, type.charset())
            : reader.text(bytes, type.charset(), ArticleHeaders.fields(ctx.req()));
    return send(article, 0, Duration.ZERO, trace(ctx)).thenApply(Answer::of);
  }

  /** Reads until the end, or until it makes no sense to read on. */
  private CompletableFuture<Answer> batch(ContentType type, BoundedBody body, Context ctx)
      throws IOException, InterruptedException, Refused {
    String trace = trace(ctx);
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    AtomicReference<Outcome> trouble = new AtomicReference<>();
    JsonLines lines = new JsonLines(body, type.charset(), null, reader);
    Outcome end = null;
    while (end == null) {
      Article article = null;
      Refused fault = null;
      try {
        article = lines.next();
      } catch (Refused e) {
        fault = e;
      } catch (BoundedBody.Cut e) {
        end = cut(e, lines.line() + 1);
        break;
      }
      if (article == null && fault == null) {
        break;
      }
      int line = lines.line();
      end = stop(outcomes.size(), trouble.get(), line);
      if (end == null) {
        CompletableFuture<Outcome> outcome =
            fault != null
                ? CompletableFuture.completedFuture(refused(fault.refusal().at(null, line)))
                : send(article, line, config.deliveryTimeout(), trace);
        outcomes.add(
            outcome.whenComplete(
                (done, bug) -> {
                  if (done != null && done.isLater()) {
                    trouble.set(done);
                  }
                }));
      }
    }
    if (end != null) {
      drain(body, ctx);
      outcomes.add(CompletableFuture.completedFuture(end));
    }
    if (outcomes.isEmpty()) {
      throw new Refused(unreadable("there is no article in the request"));
    }
    Outcome last = end;
    return CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
        .thenApplyAsync(all -> answer(outcomes, last), answering);
  }

  /** Why a batch is not read on at this line, or null to read on. */
  private Outcome stop(int read, Outcome trouble, int line) {
    if (read == config.maxBatchLines()) {
      return notRead(413, line, "a request has at most " + config.maxBatchLines() + " articles");
    }
    if (closing) {
      return notRead(Outcome.UNAVAILABLE, line, "the service is stopping");
    }
    return trouble == null
        ? null
        : notRead(trouble.httpStatus(), line, "an article before it could not be taken now");
  }

  private Outcome notRead(int status, int line, String why) {
    return later(
        status, line, "this line and those after it were not read, send them again: " + why);
  }

  private Outcome cut(BoundedBody.Cut e, int line) {
    return notRead(e.httpStatus, line, e.getMessage());
  }

  private Outcome cut(BoundedBody.Cut e) {
    if (e.httpStatus == 413) {
      return refused(new Refusal(Refusal.Kind.TOO_LARGE, null, e.getMessage()));
    }
    return later(e.httpStatus, 0, e.getMessage());
  }

  /** Of a batch that was read whole the lines tell, so it is well; what must come again isn't. */
  private static Answer answer(List<CompletableFuture<Outcome>> outcomes, Outcome end) {
    StringBuilder body = new StringBuilder();
    int status = end == null ? 200 : end.httpStatus();
    for (CompletableFuture<Outcome> done : outcomes) {
      Outcome outcome = done.join();
      if (outcome.isLater() && status != Outcome.UNAVAILABLE) {
        status = outcome.httpStatus();
      }
      body.append(outcome.json()).append('\n');
    }
    return new Answer(status, Answer.retryAfter(status), NDJSON, body.toString());
  }

  private CompletableFuture<Outcome> send(
      Article article, int line, Duration patience, String trace) throws InterruptedException {
    Timer.Sample sample = Timer.start();
    CompletableFuture<Publisher.Place> place;
    try {
      place = publisher.publish(article, patience, trace);
    } catch (Publisher.Busy e) {
      return CompletableFuture.completedFuture(later(Outcome.TOO_MANY, line, e.getMessage()));
    }
    return place.handle(
        (there, failure) -> {
          if (failure == null) {
            sample.stop(acknowledgement);
            accepted.increment();
            return Outcome.accepted(article, there, line);
          }
          if (failure instanceof RetriableException) {
            // An outage, which the watch reports once; here it would be a line an article.
            log.debug("Kafka has not taken {}: {}", article.id(), failure.toString());
          } else {
            log.warn("Kafka has not taken {}: {}", article.id(), failure.toString());
          }
          if (failure instanceof RecordTooLargeException) {
            return refused(
                new Refusal(
                        Refusal.Kind.TOO_LARGE,
                        null,
                        "Kafka takes no record of this size; who runs it should raise"
                            + " max.message.bytes of the topic")
                    .at(null, line));
          }
          return later(
              Outcome.UNAVAILABLE,
              line,
              "Kafka has not answered; send it again, an article is never doubled");
        });
  }

  private Outcome refused(Refusal refusal) {
    refused.get(refusal.kind()).increment();
    return Outcome.refused(refusal);
  }

  private Outcome later(int status, int line, String reason) {
    delayed.increment();
    return Outcome.later(status, line, reason);
  }

  private static Refusal unreadable(String reason) {
    return new Refusal(Refusal.Kind.UNREADABLE, null, reason);
  }

  private static CompletableFuture<Answer> now(Outcome outcome) {
    return CompletableFuture.completedFuture(Answer.of(outcome));
  }

  /** A sender that waits to be asked for the body need not send it at all. */
  private static void drain(BoundedBody body, Context ctx) {
    if (ctx.header("Expect") == null) {
      body.drain();
    }
  }

  /** From now on no article is taken. */
  void close() {
    closing = true;
  }
}
