package onrecord.local.truth;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import onrecord.events.Article;

/** What the storage says of the stories' articles. */
final class StoredRows {
  private final Map<String, Account> accounts = new TreeMap<>();

  private StoredRows() {}

  /** Reads all rows of all stories, one snapshot of the storage. */
  static StoredRows read(String jdbcUrl, String user) throws SQLException {
    StoredRows rows = new StoredRows();
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, "")) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      rows.each(
          connection,
          "select id, version, content_hash, pub_status from article where id like 'story-%'",
          (account, row) ->
              account.latest(
                  row.getString(1),
                  row.getLong(2),
                  row.getString(3),
                  row.getString(4).equals(Article.USABLE)));
      rows.each(
          connection,
          """
          select article_id, version, content_hash, verdict from revision
          where article_id like 'story-%'
          """,
          (account, row) ->
              account.revision(
                  row.getString(1), row.getLong(2), row.getString(3), row.getString(4)));
      rows.each(
          connection,
          """
          select article_id, coalesce(speaker_folded, 'nobody'), text from quote
          where article_id like 'story-%' and kind = 'direct'
          """,
          (account, row) -> account.quote(row.getString(1), row.getString(2), row.getString(3)));
      rows.each(
          connection,
          """
          select article_id, coalesce(speaker_name, 'nobody'), text from attitude
          where article_id like 'story-%'
          """,
          (account, row) -> account.attitude(row.getString(1), row.getString(2), row.getString(3)));
      rows.each(
          connection,
          """
          select article_id, original from copy
          where article_id like 'story-%' and original is not null
          """,
          (account, row) -> account.copy(row.getString(1), row.getString(2)));
    }
    return rows;
  }

  /** What a row says. */
  private interface Line {
    void addTo(Account account, ResultSet row) throws SQLException;
  }

  private void each(Connection connection, String question, Line line) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(question)) {
      while (found.next()) {
        String story = Told.storyOf(found.getString(1));
        line.addTo(accounts.computeIfAbsent(story, key -> new Account()), found);
      }
    }
  }

  Account account(Told told) {
    return accounts.getOrDefault(Told.storyOf(told.id(0)), new Account());
  }
}
