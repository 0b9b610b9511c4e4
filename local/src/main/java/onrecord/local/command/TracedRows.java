package onrecord.local.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import onrecord.events.Topic;
import onrecord.service.Database;

/**
 * What the storage has of an article, without a word of it.
 *
 * @param face what is shown of it; null when nothing is stored
 * @param versions the newest, in the order in which they were stored
 * @param versionsLeftOut how many older ones are not among them
 * @param copy of which article it is a copy; null when nothing was ever said
 * @param read how far sink has read the article's partition
 */
record TracedRows(
    Face face, List<Version> versions, int versionsLeftOut, Copy copy, List<Read> read) {
  private static final String FACE =
      """
      select version, content_hash, pub_status, ingested_at, stored_at, engine_version, degraded,
             (select count(*) from entity where article_id = a.id),
             (select count(*) from mention where article_id = a.id),
             (select count(*) from quote where article_id = a.id),
             (select count(*) from attitude where article_id = a.id),
             (select count(*) from copy where original = a.id)
        from article a
       where id = ?
      """;

  private static final String VERSIONS =
      """
      select version, content_hash, verdict, latest, pub_status, ingested_at, stored_at, trace_id,
             partition, "offset", count(*) over ()
        from revision
       where article_id = ?
       order by stored_at desc, version desc, content_hash desc
       limit ?
      """;

  private static final String COPY =
      "select original, similarity, sequence, stored_at from copy where article_id = ?";

  private static final String READ =
      """
      select consumer, topic, partition, next_offset
        from consumed
       where partition = ? and topic = any (?)
       order by consumer, topic
      """;

  /** What is shown of the article; of a withdrawn one nothing but that it is. */
  record Face(
      long version,
      String contentHash,
      String pubStatus,
      Instant ingestedAt,
      Instant storedAt,
      String engineVersion,
      List<String> degraded,
      int entities,
      int mentions,
      int quotes,
      int attitudes,
      int copies) {}

  /** A version that was stored; what old engines didn't say of it is null. */
  record Version(
      long version,
      String contentHash,
      String verdict,
      Boolean latest,
      String pubStatus,
      Instant ingestedAt,
      Instant storedAt,
      String traceId,
      Integer partition,
      Long offset) {}

  /** The last link of the article; the original is null when it is no copy any more. */
  record Copy(String original, Double similarity, long sequence, Instant storedAt) {}

  /** Up to where a consumer has stored a partition. */
  record Read(String consumer, String topic, int partition, long nextOffset) {}

  TracedRows {
    versions = List.copyOf(versions);
    read = List.copyOf(read);
  }

  /**
   * Asks the storage.
   *
   * @param partition the article's
   * @param most how many versions to keep
   */
  static TracedRows read(Database database, String id, int partition, int most)
      throws SQLException {
    try (Connection storage = Storage.open(database)) {
      List<Version> versions = new ArrayList<>();
      int count = versions(storage, id, most, versions);
      return new TracedRows(
          face(storage, id),
          versions,
          count - versions.size(),
          copy(storage, id),
          read(storage, partition));
    }
  }

  private static Face face(Connection storage, String id) throws SQLException {
    try (PreparedStatement question = storage.prepareStatement(FACE)) {
      question.setString(1, id);
      try (ResultSet row = question.executeQuery()) {
        return !row.next()
            ? null
            : new Face(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instant(row, 5),
                row.getString(6),
                List.of((String[]) row.getArray(7).getArray()),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12));
      }
    }
  }

  /** Returns how many there are. */
  private static int versions(Connection storage, String id, int most, List<Version> to)
      throws SQLException {
    int count = 0;
    try (PreparedStatement question = storage.prepareStatement(VERSIONS)) {
      question.setString(1, id);
      question.setInt(2, most);
      try (ResultSet row = question.executeQuery()) {
        while (row.next()) {
          count = row.getInt(11);
          to.add(
              0,
              new Version(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, Boolean.class),
                  row.getString(5),
                  instant(row, 6),
                  instant(row, 7),
                  row.getString(8),
                  row.getObject(9, Integer.class),
                  row.getObject(10, Long.class)));
        }
      }
    }
    return count;
  }

  private static Copy copy(Connection storage, String id) throws SQLException {
    try (PreparedStatement question = storage.prepareStatement(COPY)) {
      question.setString(1, id);
      try (ResultSet row = question.executeQuery()) {
        return !row.next()
            ? null
            : new Copy(
                row.getString(1), row.getObject(2, Double.class), row.getLong(3), instant(row, 4));
      }
    }
  }

  private static List<Read> read(Connection storage, int partition) throws SQLException {
    List<Read> read = new ArrayList<>();
    try (PreparedStatement question = storage.prepareStatement(READ)) {
      question.setInt(1, partition);
      Object[] topics = {Topic.ENRICHED.topicName(), Topic.COPIES.topicName()};
      question.setArray(2, storage.createArrayOf("text", topics));
      try (ResultSet row = question.executeQuery()) {
        while (row.next()) {
          read.add(new Read(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)));
        }
      }
    }
    return read;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Whether it has anything of the article. */
  boolean known() {
    return face != null || !versions.isEmpty() || copy != null;
  }
}
