package onrecord.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import onrecord.events.Article;
import onrecord.events.ArticleCopy;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.EventJson;
import onrecord.events.Mention;
import onrecord.events.QuoteEvent;
import onrecord.sink.Wording.Printed;
import org.apache.kafka.common.TopicPartition;

/**
 * The transactions: articles with their findings, and how far each partition is stored, together or
 * not at all. Safe to share between threads.
 */
final class Storage {
  /** Where a partition stands of which nothing has been stored. */
  static final long NOTHING_STORED = -1;

  /** The longest folded name; longer ones are compared by their beginning. */
  static final int MAX_FOLDED_CHARS = 200;

  private static final Comparator<EnrichedArticle> ORDER =
      Comparator.comparingLong(EnrichedArticle::version)
          .thenComparing(EnrichedArticle::contentHash);

  private static final ObjectMapper JSON = EventJson.mapper();

  // An equal order is applied: within a partition the later event is a replay or a newer engine's.
  private static final String UPSERT_ARTICLE =
      """
      insert into article (id, version, content_hash, pub_status, source_id, url, source, headline,
        byline, language, first_created, version_created, published_at, ingested_at, origin, text,
        body_start, blocks, engine_name, engine_version, engine_model, degraded, correction)
      select id, version, content_hash, pub_status, source_id, url, source, headline,
        byline, language, first_created::timestamptz, version_created::timestamptz,
        published_at::timestamptz, ingested_at::timestamptz, origin, text,
        body_start, blocks::jsonb, engine_name, engine_version, engine_model, degraded::text[],
        correction
      from unnest(?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as arrived (id, version, content_hash, pub_status, source_id, url, source, headline,
        byline, language, first_created, version_created, published_at, ingested_at, origin, text,
        body_start, blocks, engine_name, engine_version, engine_model, degraded, correction)
      on conflict (id) do update set
        version = excluded.version, content_hash = excluded.content_hash,
        pub_status = excluded.pub_status, source_id = excluded.source_id, url = excluded.url,
        source = excluded.source, headline = excluded.headline, byline = excluded.byline,
        language = excluded.language, first_created = excluded.first_created,
        version_created = excluded.version_created, published_at = excluded.published_at,
        ingested_at = excluded.ingested_at, origin = excluded.origin, text = excluded.text,
        body_start = excluded.body_start, blocks = excluded.blocks,
        engine_name = excluded.engine_name, engine_version = excluded.engine_version,
        engine_model = excluded.engine_model, degraded = excluded.degraded,
        correction = excluded.correction, stored_at = now()
      where (article.version, article.content_hash) <= (excluded.version, excluded.content_hash)
      returning id
      """;

  private static final String INSERT_ENTITY =
      """
      insert into entity
        (article_id, id, type, name, name_folded, names, roles, salience, resolved_by)
      select article_id, id, type, name, name_folded, names::text[], roles::text[], salience,
        resolved_by
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::float8[], ?::text[])
        as arrived (article_id, id, type, name, name_folded, names, roles, salience, resolved_by)
      """;

  private static final String INSERT_MENTION =
      """
      insert into mention (article_id, entity_id, start, "end", kind, exact)
      select * from unnest(?::text[], ?::text[], ?::int4[], ?::int4[], ?::text[], ?::text[])
      """;

  private final DataSource database;
  private final String consumer;

  /**
   * A storage in a database that {@link Migrations} made.
   *
   * @param consumer the name under which the partitions' places are kept
   */
  Storage(DataSource database, String consumer) {
    this.database = database;
    this.consumer = consumer;
  }

  /**
   * How far a partition is stored and how far it shall be.
   *
   * @param from the offset behind what is stored, {@link #NOTHING_STORED} for none
   * @param to the offset behind what this transaction stores
   */
  record Move(long from, long to) {}

  /** Where each partition stands: the offset to go on from, or {@link #NOTHING_STORED}. */
  Map<TopicPartition, Long> places(Collection<TopicPartition> partitions) throws SQLException {
    Map<TopicPartition, Long> places = new HashMap<>();
    partitions.forEach(partition -> places.put(partition, NOTHING_STORED));
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select topic, partition, next_offset from consumed where consumer = ?")) {
      select.setString(1, consumer);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          TopicPartition partition = new TopicPartition(rows.getString(1), rows.getInt(2));
          places.replace(partition, rows.getLong(3));
        }
      }
    }
    return places;
  }

  /**
   * Stores articles and links between copies, and moves the partitions they came from, in one
   * transaction. Every version is kept as history. Of those that were their article's truth when
   * they were written, here and in the storage, the highest by (version, content hash) stays, of
   * equal ones the last; one that was late never shows, even where the newer one isn't stored: it
   * may have been a withdrawal.
   *
   * @param arrivals in the order of the log; may be empty
   * @param copies in the order of the log; may be empty
   * @return those articles that are the truth now; the others are history only
   * @throws Fenced when a partition doesn't stand where its move begins; nothing was stored
   * @throws SQLException when nothing was stored, or, if the connection broke while committing,
   *     perhaps everything: {@link #places} tells
   */
  List<EnrichedArticle> store(
      List<Arrival> arrivals, List<ArticleCopy> copies, Map<TopicPartition, Move> moves)
      throws SQLException, Fenced {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        move(connection, moves);
        if (!copies.isEmpty()) {
          CopyTable.link(connection, copies);
        }
        List<EnrichedArticle> stored = arrivals.isEmpty() ? List.of() : write(connection, arrivals);
        connection.commit();
        return stored;
      } catch (SQLException | Fenced | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Exception because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // A broken connection rolls back by itself.
      because.addSuppressed(e);
    }
  }

  private void move(Connection connection, Map<TopicPartition, Move> moves)
      throws SQLException, Fenced {
    // In one order everywhere, so that two instances can't wait for each other in a circle.
    List<TopicPartition> partitions =
        moves.keySet().stream()
            .sorted(
                Comparator.comparing(TopicPartition::topic)
                    .thenComparing(TopicPartition::partition))
            .toList();
    for (TopicPartition partition : partitions) {
      Move move = moves.get(partition);
      boolean first = move.from() == NOTHING_STORED;
      // Either waits for another instance's open transaction and then finds its row.
      String sql =
          first
              ? """
              insert into consumed (next_offset, consumer, topic, partition) values (?, ?, ?, ?)
              on conflict do nothing
              """
              : """
              update consumed set next_offset = ?
              where consumer = ? and topic = ? and partition = ? and next_offset = ?
              """;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setLong(1, move.to());
        statement.setString(2, consumer);
        statement.setString(3, partition.topic());
        statement.setInt(4, partition.partition());
        if (!first) {
          statement.setLong(5, move.from());
        }
        if (statement.executeUpdate() != 1) {
          throw new Fenced(partition, move);
        }
      }
    }
  }

  private static List<EnrichedArticle> write(Connection connection, List<Arrival> arrivals)
      throws SQLException {
    RevisionTable.keep(connection, arrivals);
    // PostgreSQL refuses a key that comes twice in one statement.
    Map<String, EnrichedArticle> newest = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      EnrichedArticle article = arrival.article();
      if (article.revision() == null || article.revision().latest()) {
        newest.merge(
            article.id(), article, (held, later) -> ORDER.compare(held, later) <= 0 ? later : held);
      }
    }
    Set<String> ids = upsert(connection, List.copyOf(newest.values()));
    List<EnrichedArticle> stored =
        newest.values().stream().filter(article -> ids.contains(article.id())).toList();
    for (String table : List.of("mention", "entity", "quote", "attitude")) {
      delete(connection, table, ids);
    }
    List<EnrichedArticle> usable =
        stored.stream().filter(article -> article.pubStatus().equals(Article.USABLE)).toList();
    List<EntityOf> entities = new ArrayList<>();
    List<MentionOf> mentions = new ArrayList<>();
    for (EnrichedArticle article : usable) {
      findings(article, entities, mentions);
    }
    insertEntities(connection, entities);
    insertMentions(connection, mentions);
    QuoteTable.insert(connection, usable);
    WordingTable.add(connection, wordings(arrivals));
    return stored;
  }

  private static Set<String> upsert(Connection connection, List<EnrichedArticle> articles)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT_ARTICLE)) {
      new Columns<>(upsert, articles)
          .text(EnrichedArticle::id)
          .bigint(EnrichedArticle::version)
          .text(EnrichedArticle::contentHash)
          .text(EnrichedArticle::pubStatus)
          .text(EnrichedArticle::sourceId)
          .text(EnrichedArticle::url)
          .text(EnrichedArticle::source)
          .text(EnrichedArticle::headline)
          .text(EnrichedArticle::byline)
          .text(EnrichedArticle::language)
          .instant(EnrichedArticle::firstCreated)
          .instant(EnrichedArticle::versionCreated)
          .instant(EnrichedArticle::publishedAt)
          .instant(EnrichedArticle::ingestedAt)
          .text(EnrichedArticle::origin)
          .text(EnrichedArticle::text)
          .integer(EnrichedArticle::bodyStart)
          .text(article -> json(article.blocks()))
          .text(article -> article.engine().name())
          .text(article -> article.engine().version())
          .text(article -> article.engine().model())
          .textArray(EnrichedArticle::degraded)
          .text(EnrichedArticle::correction);
      Set<String> ids = new HashSet<>();
      try (ResultSet rows = upsert.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      return ids;
    }
  }

  private static void delete(Connection connection, String table, Set<String> articleIds)
      throws SQLException {
    Array ids = connection.createArrayOf("text", articleIds.toArray());
    try (PreparedStatement delete =
        connection.prepareStatement("delete from " + table + " where article_id = any(?)")) {
      delete.setArray(1, ids);
      delete.executeUpdate();
    }
  }

  private record EntityOf(String article, Entity entity) {}

  private record MentionOf(String article, String entity, Mention mention) {}

  private static void findings(
      EnrichedArticle article, List<EntityOf> entities, List<MentionOf> mentions) {
    for (Entity entity : article.entities()) {
      entities.add(new EntityOf(article.id(), entity));
      for (Mention mention : entity.mentions()) {
        mentions.add(new MentionOf(article.id(), entity.id(), mention));
      }
    }
  }

  private static void insertEntities(Connection connection, List<EntityOf> entities)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTITY)) {
      new Columns<>(insert, entities)
          .text(EntityOf::article)
          .text(row -> row.entity().id())
          .text(row -> row.entity().type())
          .text(row -> row.entity().name())
          .text(row -> folded(row.entity().name()))
          .textArray(row -> row.entity().names())
          .textArray(row -> row.entity().roles())
          .number(row -> row.entity().salience())
          .text(row -> row.entity().resolvedBy());
      insert.executeUpdate();
    }
  }

  private static void insertMentions(Connection connection, List<MentionOf> mentions)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_MENTION)) {
      new Columns<>(insert, mentions)
          .text(MentionOf::article)
          .text(MentionOf::entity)
          .integer(row -> row.mention().start())
          .integer(row -> row.mention().end())
          .text(row -> row.mention().kind())
          .text(row -> row.mention().exact());
      insert.executeUpdate();
    }
  }

  /** Those of all versions, the late ones too: who groups by them must not see the order. */
  private static List<Printed> wordings(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(arrival -> arrival.article().pubStatus().equals(Article.USABLE))
        .flatMap(arrival -> arrival.article().quotes().stream())
        .map(Wording::of)
        .filter(Objects::nonNull)
        .toList();
  }

  static String folded(String name) {
    if (name == null) {
      return null;
    }
    String folded = QuoteEvent.folded(name);
    if (folded.codePointCount(0, folded.length()) <= MAX_FOLDED_CHARS) {
      return folded;
    }
    return folded.substring(0, folded.offsetByCodePoints(0, MAX_FOLDED_CHARS));
  }

  static String json(List<?> list) {
    try {
      return JSON.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list of an event can't be written as JSON", e);
    }
  }
}
