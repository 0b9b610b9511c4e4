package onrecord.desk;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import onrecord.events.Candidate;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Span;
import onrecord.events.Speaker;

/** Writes an article's rows as the storage's tables want them. */
final class Rows {
  private Rows() {}

  static void write(DataSource database, EnrichedArticle article) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      insert(
          connection,
          "article (id, version, content_hash, pub_status, source_id, url, source, headline,"
              + " byline, language, first_created, version_created, published_at, ingested_at,"
              + " origin, text, body_start, blocks, engine_name, engine_version, engine_model,"
              + " degraded)",
          article.id(),
          article.version(),
          article.contentHash(),
          article.pubStatus(),
          article.sourceId(),
          article.url(),
          article.source(),
          article.headline(),
          article.byline(),
          article.language(),
          article.firstCreated(),
          article.versionCreated(),
          article.publishedAt(),
          article.ingestedAt(),
          article.origin(),
          article.text(),
          article.bodyStart(),
          json(
              article.blocks().stream()
                  .map(
                      block ->
                          "{\"kind\":\"%s\",\"start\":%d,\"end\":%d}"
                              .formatted(block.kind(), block.start(), block.end()))
                  .toList()),
          article.engine().name(),
          article.engine().version(),
          article.engine().model(),
          article.degraded());
      for (Entity entity : article.entities()) {
        write(connection, article.id(), entity);
      }
      for (int i = 0; i < article.quotes().size(); i++) {
        write(connection, article.id(), i, article.quotes().get(i));
      }
      for (int i = 0; i < article.attitudes().size(); i++) {
        writeAttitude(connection, article.id(), i, article.attitudes().get(i));
      }
      connection.commit();
    }
  }

  private static void write(Connection connection, String article, Entity entity)
      throws SQLException {
    insert(
        connection,
        "entity (article_id, id, type, name, name_folded, names, roles, salience, resolved_by)",
        article,
        entity.id(),
        entity.type(),
        entity.name(),
        QuoteEvent.folded(entity.name()),
        entity.names(),
        entity.roles(),
        entity.salience(),
        entity.resolvedBy());
    for (Mention mention : entity.mentions()) {
      insert(
          connection,
          "mention (article_id, entity_id, start, \"end\", kind, exact)",
          article,
          entity.id(),
          mention.start(),
          mention.end(),
          mention.kind(),
          mention.exact());
    }
  }

  private static void write(Connection connection, String article, int ordinal, Quote quote)
      throws SQLException {
    Speaker speaker = quote.speaker();
    insert(
        connection,
        "quote (article_id, id, ordinal, kind, text, spans, quoted, within, same_as, speaker_kind,"
            + " speaker_entity, speaker_name, speaker_folded, speaker_role, mention_start,"
            + " mention_end, cue_start, cue_end, confidence, decided_by, candidates)",
        article,
        quote.id(),
        ordinal,
        quote.kind(),
        quote.text(),
        offsets(quote.spans()),
        offsets(quote.quoted()),
        quote.within(),
        quote.sameAs(),
        speaker == null ? null : speaker.kind(),
        speaker == null ? null : speaker.entity(),
        speaker == null ? null : speaker.name(),
        speaker == null || speaker.name() == null ? null : QuoteEvent.folded(speaker.name()),
        speaker == null ? null : speaker.role(),
        start(quote.mention()),
        end(quote.mention()),
        start(quote.cue()),
        end(quote.cue()),
        quote.confidence(),
        quote.decidedBy(),
        candidates(quote.candidates()));
  }

  private static void writeAttitude(
      Connection connection, String article, int ordinal, Quote attitude) throws SQLException {
    Speaker speaker = attitude.speaker();
    insert(
        connection,
        "attitude (article_id, id, ordinal, kind, text, spans, quoted, speaker_kind,"
            + " speaker_entity, speaker_name, speaker_role, mention_start, mention_end, via_start,"
            + " via_end, cue_start, cue_end, confidence, decided_by, candidates)",
        article,
        attitude.id(),
        ordinal,
        attitude.kind(),
        attitude.text(),
        offsets(attitude.spans()),
        offsets(attitude.quoted()),
        speaker == null ? null : speaker.kind(),
        speaker == null ? null : speaker.entity(),
        speaker == null ? null : speaker.name(),
        speaker == null ? null : speaker.role(),
        start(attitude.mention()),
        end(attitude.mention()),
        start(attitude.via()),
        end(attitude.via()),
        start(attitude.cue()),
        end(attitude.cue()),
        attitude.confidence(),
        attitude.decidedBy(),
        candidates(attitude.candidates()));
  }

  private static Integer start(Span span) {
    return span == null ? null : span.start();
  }

  private static Integer end(Span span) {
    return span == null ? null : span.end();
  }

  private static Json offsets(List<Span> spans) {
    return json(spans.stream().map(span -> "[" + span.start() + "," + span.end() + "]").toList());
  }

  private static Json candidates(List<Candidate> candidates) {
    return json(
        candidates.stream()
            .map(
                candidate ->
                    "{\"name\":\""
                        + candidate.name()
                        + "\",\"confidence\":"
                        + candidate.confidence()
                        + "}")
            .toList());
  }

  private static Json json(List<String> items) {
    return new Json(items.stream().collect(Collectors.joining(",", "[", "]")));
  }

  private record Json(String text) {}

  private static void insert(Connection connection, String table, Object... values)
      throws SQLException {
    String places =
        Arrays.stream(values)
            .map(value -> value instanceof Json ? "?::jsonb" : "?")
            .collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        if (value instanceof Json json) {
          insert.setString(i + 1, json.text());
        } else if (value instanceof Instant time) {
          insert.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof List<?> list) {
          Array array = connection.createArrayOf("text", list.toArray());
          insert.setArray(i + 1, array);
        } else {
          insert.setObject(i + 1, value);
        }
      }
      insert.executeUpdate();
    }
  }
}
