package onrecord.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import onrecord.events.EnrichedArticle;
import onrecord.events.Quote;
import onrecord.events.Span;
import onrecord.events.Speaker;
import onrecord.sink.Wording.Printed;

/** The quotes of articles and, in a table of their own, the attitudes, which have their shape. */
final class QuoteTable {
  private static final String INSERT_QUOTE =
      """
      insert into quote (article_id, id, ordinal, kind, text, spans, quoted, speaker_kind,
        speaker_entity, speaker_name, speaker_role, mention_start, mention_end, via_start, via_end,
        cue_start, cue_end, confidence, decided_by, candidates, within, same_as, speaker_folded,
        wording)
      select article_id, id, ordinal, kind, text, spans::jsonb, quoted::jsonb, speaker_kind,
        speaker_entity, speaker_name, speaker_role, mention_start, mention_end, via_start, via_end,
        cue_start, cue_end, confidence, decided_by, candidates::jsonb, within, same_as,
        speaker_folded, wording
      from unnest(?::text[], ?::text[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::int4[], ?::int4[], ?::int4[],
        ?::int4[], ?::int4[], ?::float8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::int8[])
        as arrived (article_id, id, ordinal, kind, text, spans, quoted, speaker_kind,
        speaker_entity, speaker_name, speaker_role, mention_start, mention_end, via_start, via_end,
        cue_start, cue_end, confidence, decided_by, candidates, within, same_as, speaker_folded,
        wording)
      """;

  private static final String INSERT_ATTITUDE =
      """
      insert into attitude (article_id, id, ordinal, kind, text, spans, quoted, speaker_kind,
        speaker_entity, speaker_name, speaker_role, mention_start, mention_end, via_start, via_end,
        cue_start, cue_end, confidence, decided_by, candidates)
      select article_id, id, ordinal, kind, text, spans::jsonb, quoted::jsonb, speaker_kind,
        speaker_entity, speaker_name, speaker_role, mention_start, mention_end, via_start, via_end,
        cue_start, cue_end, confidence, decided_by, candidates::jsonb
      from unnest(?::text[], ?::text[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::int4[], ?::int4[], ?::int4[],
        ?::int4[], ?::int4[], ?::float8[], ?::text[], ?::text[])
        as arrived (article_id, id, ordinal, kind, text, spans, quoted, speaker_kind,
        speaker_entity, speaker_name, speaker_role, mention_start, mention_end, via_start, via_end,
        cue_start, cue_end, confidence, decided_by, candidates)
      """;

  private QuoteTable() {}

  private record Row(String article, int ordinal, Quote quote) {
    /** A part of the speaker, null when there is no speaker. */
    String speaker(Function<Speaker, String> part) {
      return quote.speaker() == null ? null : part.apply(quote.speaker());
    }
  }

  /** Inserts the articles' quotes and attitudes; none of theirs may be there. */
  static void insert(Connection connection, List<EnrichedArticle> articles) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_QUOTE)) {
      shared(insert, rows(articles, EnrichedArticle::quotes))
          .text(row -> row.quote().within())
          .text(row -> row.quote().sameAs())
          .text(row -> row.speaker(speaker -> Storage.folded(speaker.name())))
          .bigint(row -> wording(row.quote()));
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ATTITUDE)) {
      shared(insert, rows(articles, EnrichedArticle::attitudes));
      insert.executeUpdate();
    }
  }

  private static List<Row> rows(
      List<EnrichedArticle> articles, Function<EnrichedArticle, List<Quote>> list) {
    List<Row> rows = new ArrayList<>();
    for (EnrichedArticle article : articles) {
      int ordinal = 0;
      for (Quote quote : list.apply(article)) {
        rows.add(new Row(article.id(), ordinal++, quote));
      }
    }
    return rows;
  }

  /** Sets the columns that both tables have, in both statements the first. */
  private static Columns<Row> shared(PreparedStatement insert, List<Row> rows) throws SQLException {
    return new Columns<>(insert, rows)
        .text(Row::article)
        .text(row -> row.quote().id())
        .integer(Row::ordinal)
        .text(row -> row.quote().kind())
        .text(row -> row.quote().text())
        .text(row -> offsets(row.quote().spans()))
        .text(row -> offsets(row.quote().quoted()))
        .text(row -> row.speaker(Speaker::kind))
        .text(row -> row.speaker(Speaker::entity))
        .text(row -> row.speaker(Speaker::name))
        .text(row -> row.speaker(Speaker::role))
        .integerOrNull(row -> start(row.quote().mention()))
        .integerOrNull(row -> end(row.quote().mention()))
        .integerOrNull(row -> start(row.quote().via()))
        .integerOrNull(row -> end(row.quote().via()))
        .integerOrNull(row -> start(row.quote().cue()))
        .integerOrNull(row -> end(row.quote().cue()))
        .number(row -> row.quote().confidence())
        .text(row -> row.quote().decidedBy())
        .text(row -> Storage.json(row.quote().candidates()));
  }

  private static Long wording(Quote quote) {
    Printed printed = Wording.of(quote);
    return printed == null ? null : printed.wording().id();
  }

  private static String offsets(List<Span> spans) {
    return Storage.json(spans.stream().map(span -> List.of(span.start(), span.end())).toList());
  }

  private static Integer start(Span span) {
    return span == null ? null : span.start();
  }

  private static Integer end(Span span) {
    return span == null ? null : span.end();
  }
}
