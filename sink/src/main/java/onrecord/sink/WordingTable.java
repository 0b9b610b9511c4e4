package onrecord.sink;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.sink.Wording.Printed;

/**
 * The wordings ever seen, each with the greatest one that holds it. That is a maximum over a set
 * that only grows, so the same wordings end alike in whatever order they come.
 */
final class WordingTable {
  private WordingTable() {}

  /** A wording and the greatest that holds it. */
  private static final class Row {
    final Wording wording;
    Wording quotation;

    Row(Wording wording, Wording quotation) {
      this.wording = wording;
      this.quotation = quotation;
    }

    boolean meet(Wording other) {
      if (!other.holds(wording) || !greater(other, quotation)) {
        return false;
      }
      quotation = other;
      return true;
    }

    private static boolean greater(Wording one, Wording other) {
      return one.size() != other.size() ? one.size() > other.size() : one.id() > other.id();
    }
  }

  /** Adds those that aren't there yet. To be called last in a transaction: it waits for others. */
  static void add(Connection connection, Collection<Printed> seen) throws SQLException {
    Map<Long, Printed> fresh = new LinkedHashMap<>();
    seen.forEach(printed -> fresh.put(printed.wording().id(), printed));
    fresh.keySet().removeAll(known(connection, fresh.keySet()));
    if (fresh.isEmpty()) {
      return;
    }
    // Two transactions that don't see each other would leave their wordings unlinked.
    try (Statement lock = connection.createStatement()) {
      lock.execute("select pg_advisory_xact_lock(hashtext('onrecord wording'))");
    }
    fresh.keySet().removeAll(known(connection, fresh.keySet()));
    link(connection, fresh.values());
  }

  private static Set<Long> known(Connection connection, Set<Long> ids) throws SQLException {
    Set<Long> known = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("select id from wording where id = any(?)")) {
      select.setArray(1, connection.createArrayOf("int8", ids.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getLong(1));
        }
      }
    }
    return known;
  }

  private static void link(Connection connection, Collection<Printed> fresh) throws SQLException {
    Map<Long, Row> rows = new HashMap<>();
    Map<Integer, List<Row>> byPrint = new HashMap<>();
    readNeighbours(connection, fresh, rows, byPrint);
    List<Row> added = new ArrayList<>();
    Set<Row> changed = new HashSet<>();
    for (Printed printed : fresh) {
      Row row = new Row(printed.wording(), printed.wording());
      for (int print : printed.prints()) {
        for (Row other : byPrint.computeIfAbsent(print, absent -> new ArrayList<>())) {
          row.meet(other.wording);
          if (other.meet(row.wording)) {
            changed.add(other);
          }
        }
      }
      printed.prints().forEach(print -> byPrint.get(print).add(row));
      added.add(row);
    }
    added.forEach(changed::remove);
    insert(connection, added);
    insertPrints(connection, fresh);
    update(connection, List.copyOf(changed));
  }

  private static void readNeighbours(
      Connection connection,
      Collection<Printed> fresh,
      Map<Long, Row> rows,
      Map<Integer, List<Row>> byPrint)
      throws SQLException {
    Object[] prints = fresh.stream().flatMap(one -> one.prints().stream()).distinct().toArray();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select p.print, w.id, w.speaker, w.pairs, w.loose,
              q.id, q.speaker, q.pairs, q.loose
            from wording_print p join wording w on w.id = p.wording
            join wording q on q.id = w.quotation
            where p.print = any(?)
            """)) {
      select.setArray(1, connection.createArrayOf("int4", prints));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          long id = found.getLong(2);
          Row row = rows.get(id);
          if (row == null) {
            row = new Row(wording(found, 2), wording(found, 6));
            rows.put(id, row);
          }
          byPrint.computeIfAbsent(found.getInt(1), absent -> new ArrayList<>()).add(row);
        }
      }
    }
  }

  private static Wording wording(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column + 2);
    Integer[] boxed = (Integer[]) array.getArray();
    int[] pairs = new int[boxed.length];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = boxed[i];
    }
    return new Wording(
        row.getLong(column), row.getString(column + 1), pairs, row.getBoolean(column + 3));
  }

  private static void insert(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into wording (id, speaker, pairs, quotation, quotation_size, loose)
            select id, speaker, pairs::integer[], quotation, quotation_size, loose::boolean
            from unnest(?::int8[], ?::text[], ?::text[], ?::int8[], ?::int4[], ?::text[])
              as arrived (id, speaker, pairs, quotation, quotation_size, loose)
            """)) {
      new Columns<>(insert, rows)
          .bigint(row -> row.wording.id())
          .text(row -> row.wording.speaker())
          .textArray(row -> row.wording.pairs().stream().map(String::valueOf).toList())
          .bigint(row -> row.quotation.id())
          .integer(row -> row.quotation.size())
          .text(row -> String.valueOf(row.wording.loose()));
      insert.executeUpdate();
    }
  }

  private record Print(int print, long wording) {}

  private static void insertPrints(Connection connection, Collection<Printed> fresh)
      throws SQLException {
    List<Print> prints = new ArrayList<>();
    for (Printed printed : fresh) {
      printed.prints().forEach(print -> prints.add(new Print(print, printed.wording().id())));
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into wording_print (print, wording)"
                + " select * from unnest(?::int4[], ?::int8[])")) {
      new Columns<>(insert, prints).integer(Print::print).bigint(Print::wording);
      insert.executeUpdate();
    }
  }

  private static void update(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update wording set quotation = n.quotation, quotation_size = n.size
            from unnest(?::int8[], ?::int8[], ?::int4[]) as n (id, quotation, size)
            where wording.id = n.id
            """)) {
      new Columns<>(update, rows)
          .bigint(row -> row.wording.id())
          .bigint(row -> row.quotation.id())
          .integer(row -> row.quotation.size());
      update.executeUpdate();
    }
  }
}
