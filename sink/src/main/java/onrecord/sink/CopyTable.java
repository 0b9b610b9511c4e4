package onrecord.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.events.ArticleCopy;

/** Which article another one is a copy of; of an article's events the highest sequence stays. */
final class CopyTable {
  private static final String UPSERT =
      """
      insert into copy (article_id, sequence, original, similarity, engine_name, engine_version,
        engine_model)
      select * from unnest(?::text[], ?::int8[], ?::text[], ?::float8[], ?::text[], ?::text[],
        ?::text[])
      on conflict (article_id) do update set
        sequence = excluded.sequence, original = excluded.original,
        similarity = excluded.similarity, engine_name = excluded.engine_name,
        engine_version = excluded.engine_version, engine_model = excluded.engine_model,
        stored_at = now()
      where copy.sequence <= excluded.sequence
      """;

  private CopyTable() {}

  static void link(Connection connection, List<ArticleCopy> copies) throws SQLException {
    Map<String, ArticleCopy> last = new LinkedHashMap<>();
    for (ArticleCopy copy : copies) {
      last.merge(
          copy.articleId(),
          copy,
          (held, later) -> held.sequence() <= later.sequence() ? later : held);
    }
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      new Columns<>(upsert, List.copyOf(last.values()))
          .text(ArticleCopy::articleId)
          .bigint(ArticleCopy::sequence)
          .text(ArticleCopy::original)
          .number(ArticleCopy::similarity)
          .text(copy -> copy.engine().name())
          .text(copy -> copy.engine().version())
          .text(copy -> copy.engine().model());
      upsert.executeUpdate();
    }
  }
}
