package onrecord.local.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onrecord.events.ArticleText;
import onrecord.local.Addresses;

/** Reads from the storage what is shown of articles. */
final class StoredArticles {
  private static final String QUESTION =
      """
      select a.id,
             coalesce(a.headline, left(a.text, 5000)),
             (select count(*) from entity e where e.article_id = a.id),
             (select count(*) from quote q where q.article_id = a.id),
             array(select q.speaker_name
                     from quote q
                    where q.article_id = a.id and q.speaker_name is not null
                    group by q.speaker_name
                    order by count(*) desc, min(q.ordinal))
        from article a
       where a.id = any (?)
      """;

  private StoredArticles() {}

  /** The rows of the articles that are there, in the order of the ids. */
  static List<ResultTable.Row> rows(Addresses addresses, Collection<String> ids)
      throws SQLException {
    Map<String, ResultTable.Row> found = new HashMap<>();
    try (Connection storage =
            DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), "");
        PreparedStatement question = storage.prepareStatement(QUESTION)) {
      question.setArray(1, storage.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = question.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getString(1),
              new ResultTable.Row(
                  title(rows.getString(2)),
                  rows.getInt(3),
                  rows.getInt(4),
                  Arrays.asList((String[]) rows.getArray(5).getArray())));
        }
      }
    }
    List<ResultTable.Row> rows = new ArrayList<>();
    for (String id : ids) {
      ResultTable.Row row = found.get(id);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** A headline as it is; of a text its first line, behind the address that may stand on top. */
  private static String title(String text) {
    return text.substring(ArticleText.opening(text)).lines().findFirst().orElse("");
  }
}
