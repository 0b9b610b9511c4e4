package onrecord.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Rows turned into arrays, one a column, for {@code insert … select … from unnest(?, ?, …)}: a
 * statement of the same text however many rows there are. Columns are added in the order of the
 * statement's parameters. For one thread.
 */
final class Columns<R> {
  private final PreparedStatement statement;
  private final List<R> rows;
  private int parameter = 1;

  Columns(PreparedStatement statement, List<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  Columns<R> text(Function<R, String> column) throws SQLException {
    return column("text", column, String[]::new);
  }

  /** A time, as text that PostgreSQL reads; null stays null. */
  Columns<R> instant(Function<R, Instant> column) throws SQLException {
    return text(
        row -> {
          Instant instant = column.apply(row);
          return instant == null ? null : instant.toString();
        });
  }

  /** A list of strings as an array's literal, because unnest would flatten an array of arrays. */
  Columns<R> textArray(Function<R, List<String>> column) throws SQLException {
    return text(row -> literal(column.apply(row)));
  }

  Columns<R> integer(ToIntFunction<R> column) throws SQLException {
    return column("int4", column::applyAsInt, Integer[]::new);
  }

  Columns<R> integerOrNull(Function<R, Integer> column) throws SQLException {
    return column("int4", column, Integer[]::new);
  }

  Columns<R> bigint(Function<R, Long> column) throws SQLException {
    return column("int8", column, Long[]::new);
  }

  Columns<R> number(Function<R, Double> column) throws SQLException {
    return column("float8", column, Double[]::new);
  }

  private <V> Columns<R> column(String type, Function<R, V> column, IntFunction<V[]> array)
      throws SQLException {
    Connection connection = statement.getConnection();
    statement.setArray(
        parameter++, connection.createArrayOf(type, rows.stream().map(column).toArray(array)));
    return this;
  }

  private static String literal(List<String> values) {
    StringBuilder literal = new StringBuilder("{");
    for (String value : values) {
      literal
          .append(literal.length() > 1 ? ",\"" : "\"")
          .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return literal.append('}').toString();
  }
}
