package onrecord.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import onrecord.events.EventJson;
import onrecord.events.Revision;

/** The history: every version ever seen, by (article, version, content hash). */
final class RevisionTable {
  private static final String UPSERT =
      """
      insert into revision (article_id, version, content_hash, verdict, latest, pub_status,
        headline, correction, ingested_at, former_version, former_hash, former_pub_status, changes,
        engine_version, trace_id, partition, "offset")
      select article_id, version, content_hash, verdict, latest::boolean, pub_status,
        headline, correction, ingested_at::timestamptz, former_version, former_hash,
        former_pub_status, changes::jsonb, engine_version, trace_id, partition, "offset"
      from unnest(?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::int4[], ?::int8[])
        as arrived (article_id, version, content_hash, verdict, latest, pub_status, headline,
        correction, ingested_at, former_version, former_hash, former_pub_status, changes,
        engine_version, trace_id, partition, "offset")
      on conflict (article_id, version, content_hash) do update set
        verdict = excluded.verdict, latest = excluded.latest, pub_status = excluded.pub_status,
        headline = excluded.headline, correction = excluded.correction,
        ingested_at = excluded.ingested_at, former_version = excluded.former_version,
        former_hash = excluded.former_hash, former_pub_status = excluded.former_pub_status,
        changes = excluded.changes, engine_version = excluded.engine_version,
        trace_id = excluded.trace_id, partition = excluded.partition, "offset" = excluded."offset",
        stored_at = now()
      """;

  private RevisionTable() {}

  private record Key(String article, long version, String hash) {}

  /** Keeps these versions; of one that comes again the last event. */
  static void keep(Connection connection, List<Arrival> arrivals) throws SQLException {
    Map<Key, Arrival> last = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      var article = arrival.article();
      last.put(new Key(article.id(), article.version(), article.contentHash()), arrival);
    }
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      new Columns<>(upsert, List.copyOf(last.values()))
          .text(arrival -> arrival.article().id())
          .bigint(arrival -> arrival.article().version())
          .text(arrival -> arrival.article().contentHash())
          .text(arrival -> of(arrival, Revision::verdict))
          .text(arrival -> of(arrival, revision -> String.valueOf(revision.latest())))
          .text(arrival -> arrival.article().pubStatus())
          .text(arrival -> arrival.article().headline())
          .text(arrival -> arrival.article().correction())
          .instant(arrival -> arrival.article().ingestedAt())
          .bigint(arrival -> former(arrival, Revision.Former::version))
          .text(arrival -> former(arrival, Revision.Former::contentHash))
          .text(arrival -> former(arrival, Revision.Former::pubStatus))
          .text(RevisionTable::changes)
          .text(arrival -> arrival.article().engine().version())
          .text(Arrival::traceId)
          .integer(Arrival::partition)
          .bigint(Arrival::offset);
      upsert.executeUpdate();
    }
  }

  private static <T> T of(Arrival arrival, Function<Revision, T> part) {
    Revision revision = arrival.article().revision();
    return revision == null ? null : part.apply(revision);
  }

  private static <T> T former(Arrival arrival, Function<Revision.Former, T> part) {
    Revision.Former former = of(arrival, Revision::former);
    return former == null ? null : part.apply(former);
  }

  private static String changes(Arrival arrival) {
    List<Revision.Change> changes = of(arrival, Revision::changes);
    try {
      return EventJson.mapper().writeValueAsString(changes == null ? List.of() : changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list of an event can't be written as JSON", e);
    }
  }
}
