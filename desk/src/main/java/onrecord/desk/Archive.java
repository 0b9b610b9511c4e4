package onrecord.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import onrecord.events.Article;
import onrecord.events.Block;
import onrecord.events.Candidate;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.EventJson;
import onrecord.events.Mention;
import onrecord.events.Quote;
import onrecord.events.QuoteEvent;
import onrecord.events.Revision;
import onrecord.events.Span;
import onrecord.events.Speaker;

/**
 * What readers may ask the storage, each question one snapshot of it. Lists hold usable articles
 * only, the copies of one story as one, and what an article repeats word for word only once. Safe
 * to share between threads.
 */
final class Archive {
  private static final int EXCERPT_CHARS = 260;
  private static final int MOST_NOTES_ON_A_SPEAKER = 12;
  private static final int MOST_OCCURRENCES = 200;
  private static final int MOST_VARIANTS = 20;

  private static final ObjectMapper JSON = EventJson.mapper();

  private static final String SPEAKER_COLUMNS =
      """
      mode() within group (order by q.speaker_name) as name,
      mode() within group (order by q.speaker_kind) as kind,
      count(distinct w.quotation) + count(*) filter (where w.quotation is null) as quotes,
      count(distinct q.article_id) as articles,
      min(a.shown_at) as oldest,
      max(a.shown_at) as newest
      """;

  private static final String USABLE_QUOTES =
      """
      from quote q join article a on a.id = q.article_id left join wording w on w.id = q.wording
      where a.pub_status = 'usable' and q.same_as is null
      """;

  /** Quotes of the same quotation as quote q in article a, itself among them. */
  private static final String SAID_ALIKE =
      """
      from wording v join quote e on e.wording = v.id join article b on b.id = e.article_id
      where v.quotation = w.quotation and b.pub_status = 'usable' and e.same_as is null
        and (not w.loose
          or coalesce((select original from copy where article_id = b.id), b.id)
            = coalesce((select original from copy where article_id = a.id), a.id))
      """;

  private final DataSource database;
  private volatile boolean away;

  /**
   * Asks this database.
   *
   * @param database gives connections that begin a read-only snapshot with their first statement
   */
  Archive(DataSource database) {
    this.database = database;
  }

  /**
   * Fails when the storage doesn't answer or has no tables. After it found it away, questions fail
   * at once until it finds it there: waiting for a connection each would leave no thread to say so.
   */
  void check() throws SQLException {
    try (Connection connection = database.getConnection()) {
      // Asks the catalog: a table that isn't there yet would be an error in the server's log. The
      // newest table, so that a desk that is started before its sink waits for it.
      List<Boolean> there =
          list(
              connection,
              new Query().add("select to_regclass('attitude') is not null"),
              row -> row.getBoolean(1));
      away = false;
      if (!there.get(0)) {
        throw new SQLException("The storage has no tables yet", "42P01");
      }
    } catch (SQLException e) {
      away = StorageTrouble.of(e) == StorageTrouble.AWAY;
      throw e;
    }
  }

  private Connection connection() throws SQLException {
    if (away) {
      throw new SQLTransientConnectionException("It was away when last looked at");
    }
    return database.getConnection();
  }

  /**
   * Articles, the newest first. A copy isn't listed where its original is, or an earlier copy.
   *
   * @param search words as in a web search, or a name whatever its case and accents; or null
   * @param source the outlet, or null
   * @param speaker who is quoted, whatever the name's case and accents; or null
   * @param before where the list goes on, or null for its beginning
   */
  Page<ArticleSummary> articles(
      String search, String source, String speaker, Cursor before, int limit) throws SQLException {
    Query query = new Query();
    query.add(
        """
        select a.id, a.source, a.headline, a.url, a.published_at, a.shown_at, a.body_start,
          (p.b ->> 'start')::integer as opening_start, (p.b ->> 'end')::integer as opening_end,
          left(a.text, coalesce((p.b ->> 'start')::integer, a.body_start) + ?) as opening,
          (select count(*) from quote q
            where q.article_id = a.id and q.same_as is null) as quotes,
          (select count(*) from entity e where e.article_id = a.id) as entities,
          (select count(distinct coalesce(o.source, o.id)) from article o
            where o.pub_status = 'usable' and o.id <> a.id and o.source is distinct from a.source
              and o.id in (
                select a.story union all select article_id from copy where original = a.story)
          ) as also_in,
          array(select min(q.speaker_name) from quote q
            where q.article_id = a.id and q.speaker_folded is not null
            group by q.speaker_folded order by min(q.ordinal)) as speakers,
        """,
        EXCERPT_CHARS + 40);
    if (search == null) {
      query.add("null as found");
    } else {
      query.add(
          """
          '… ' || ts_headline('english', substr(a.text, a.body_start + 1, 50000),
            websearch_to_tsquery('english', ?), ?) || ' …' as found
          """,
          search,
          "MaxFragments=2, MinWords=10, MaxWords=22, FragmentDelimiter=\" … \", StartSel="
              + Excerpt.HIT_STARTS
              + ", StopSel="
              + Excerpt.HIT_ENDS);
    }
    // The inner query picks the rows; only theirs are unpacked and counted.
    query.add(
        """
        from (
          select a.*, coalesce(c.original, a.id) as story
          from article a left join copy c on c.article_id = a.id where
        """);
    matching(query, "a", null, source, speaker);
    if (search != null) {
      // Found by the indexes, all of them; below one article each is looked at.
      query.add(
          """
          and a.id in (
            select id from article where words @@ websearch_to_tsquery('english', ?)
            union all select article_id from entity where name_folded = left(?, 200))
          """,
          search,
          QuoteEvent.folded(search.replace("\"", "")));
    }
    // An original that is a copy itself is hidden, and hides no other.
    query.add(
        """
        and not exists (
          select from article o left join copy oc on oc.article_id = o.id
          where o.id = c.original and oc.original is null and
        """);
    matching(query, "o", search, source, speaker);
    query.add(
        """
        ) and not exists (
          select from copy oc join article o on o.id = oc.article_id
          where oc.original = c.original and (o.shown_at, o.id) < (a.shown_at, a.id) and
        """);
    matching(query, "o", search, source, speaker);
    query.add(")");
    if (before != null) {
      query.add(
          "and a.shown_at <= ? and (a.shown_at < ? or a.id > ?)",
          before.at(),
          before.at(),
          before.articleId());
    }
    query.add("order by a.shown_at desc, a.id limit ?) a", limit + 1);
    query.add(
        """
        left join lateral (
          select b from jsonb_array_elements(a.blocks) b where b ->> 'kind' = 'paragraph' limit 1
        ) p on true
        order by a.shown_at desc, a.id
        """);
    try (Connection connection = connection()) {
      return page(
          list(connection, query, Archive::summary),
          limit,
          a -> new Cursor(a.shownAt(), a.id(), 0));
    }
  }

  /** Adds what an article must be to stand in a list, see {@link #articles}. */
  private static void matching(
      Query query, String article, String search, String source, String speaker) {
    query.add(article + ".pub_status = 'usable'");
    if (search != null) {
      query.add(
          """
          and (%1$s.words @@ websearch_to_tsquery('english', ?) or exists (
            select from entity where article_id = %1$s.id and name_folded = left(?, 200)))
          """
              .formatted(article),
          search,
          QuoteEvent.folded(search.replace("\"", "")));
    }
    if (source != null) {
      query.add(ofSource(article), source, source);
    }
    if (speaker != null) {
      query.add(
          "and "
              + article
              + ".id in"
              + " (select article_id from quote where speaker_folded = left(?, 200))",
          QuoteEvent.folded(speaker));
    }
  }

  /** As the index on sources has it. */
  private static String ofSource(String article) {
    return "and left(%1$s.source, 200) = left(?, 200) and %1$s.source = ?".formatted(article);
  }

  /** The article whatever its status, as enrich wrote it, with its history; null for none. */
  Dossier article(String id) throws SQLException {
    try (Connection connection = connection()) {
      EnrichedArticle article = article(connection, id);
      if (article == null) {
        return null;
      }
      boolean usable = article.pubStatus().equals(Article.USABLE);
      List<Dossier.Version> versions =
          list(
              connection,
              new Query()
                  .add(
                      """
                      select * from revision where article_id = ?
                      order by version desc, content_hash desc
                      """,
                      id),
              row -> usable ? version(row) : version(row).silent());
      if (!usable) {
        return new Dossier(article, versions, null, List.of());
      }
      List<String> original =
          list(
              connection,
              new Query()
                  .add(
                      """
                      select original from copy where article_id = ? and original is not null
                      """,
                      id),
              row -> row.getString(1));
      String copyOf = original.isEmpty() ? null : original.get(0);
      return new Dossier(
          article, versions, copyOf, others(connection, id, copyOf == null ? id : copyOf));
    }
  }

  /** The usable articles of a story but this one, the earliest first. */
  private static List<Dossier.Occurrence> others(Connection connection, String id, String story)
      throws SQLException {
    return list(
        connection,
        new Query()
            .add(
                """
                select id, source, headline, published_at, shown_at from article
                where pub_status = 'usable' and id <> ? and id in (
                  select ? union all select article_id from copy where original = ?)
                order by shown_at, id limit ?
                """,
                id,
                story,
                story,
                MOST_OCCURRENCES),
        row ->
            new Dossier.Occurrence(
                row.getString("id"),
                row.getString("source"),
                row.getString("headline"),
                instant(row, "published_at"),
                instant(row, "shown_at")));
  }

  private static EnrichedArticle article(Connection connection, String id) throws SQLException {
    Map<String, List<Mention>> mentions = new LinkedHashMap<>();
    list(
        connection,
        new Query().add("select * from mention where article_id = ? order by entity_id, start", id),
        row ->
            mentions
                .computeIfAbsent(row.getString("entity_id"), entity -> new ArrayList<>())
                .add(
                    new Mention(
                        row.getString("kind"),
                        row.getInt("start"),
                        row.getInt("end"),
                        row.getString("exact"))));
    // e2 comes before e10.
    List<Entity> entities =
        list(
            connection,
            new Query()
                .add("select * from entity where article_id = ? order by length(id), id", id),
            row ->
                new Entity(
                    row.getString("id"),
                    row.getString("type"),
                    row.getString("name"),
                    strings(row, "names"),
                    strings(row, "roles"),
                    mentions.get(row.getString("id")),
                    row.getDouble("salience"),
                    row.getString("resolved_by")));
    List<EnrichedArticle> found =
        list(
            connection,
            new Query().add("select * from article where id = ?", id),
            row -> {
              String text = row.getString("text");
              return article(
                  row, entities, quotes(connection, id, text), attitudes(connection, id, text));
            });
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * Quotes, those of the newest article first, within an article in its order. What is quoted in
   * several places is listed once, at the earliest of those that match.
   *
   * @param search words as in a web search, or null
   * @param speaker the speaker's name, whatever its case and accents; or null
   * @param kind see {@link Quote#kind}, or null
   * @param source the outlet, or null
   * @param before where the list goes on, or null for its beginning
   */
  Page<QuoteListing> quotes(
      String search, String speaker, String kind, String source, Cursor before, int limit)
      throws SQLException {
    Query query = new Query();
    // Characters are no more than UTF-16 code units: so many hold the mention and the cue.
    query.add(
        """
        select q.*, a.source, a.headline, a.url, a.published_at, a.shown_at,
          q.spans = q.quoted as all_quoted,
          left(a.text, greatest(q.mention_end, q.cue_end)) as article_text,
          (select count(distinct b.id)
        """);
    query.add(SAID_ALIKE).add("and b.id <> a.id) as also_in").add(USABLE_QUOTES);
    matching(query, "q", "a", search, speaker, kind, source);
    query.add("and not exists (select").add(SAID_ALIKE);
    query.add("and (b.shown_at, b.id, e.ordinal) < (a.shown_at, a.id, q.ordinal)");
    matching(query, "e", "b", search, speaker, kind, source);
    query.add(")");
    if (before != null) {
      query.add(
          """
          and a.shown_at <= ?
          and (a.shown_at < ? or a.id > ? or (a.id = ? and q.ordinal > ?))
          """,
          before.at(),
          before.at(),
          before.articleId(),
          before.articleId(),
          before.ordinal());
    }
    query.add("order by a.shown_at desc, a.id, q.ordinal limit ?", limit + 1);
    try (Connection connection = connection()) {
      Page<QuoteListing> page =
          page(
              list(connection, query, Archive::listing),
              limit,
              quote -> new Cursor(quote.shownAt(), quote.articleId(), quote.ordinal()));
      return new Page<>(withVariants(connection, page.items()), page.next());
    }
  }

  /** Adds what a quote must be to stand in a list, see {@link #quotes}. */
  private static void matching(
      Query query,
      String quote,
      String article,
      String search,
      String speaker,
      String kind,
      String source) {
    if (search != null) {
      query.add(
          """
          and to_tsvector('english', left(%s.text, 100000)) @@ websearch_to_tsquery('english', ?)
          """
              .formatted(quote),
          search);
    }
    if (speaker != null) {
      query.add("and " + quote + ".speaker_folded = left(?, 200)", QuoteEvent.folded(speaker));
    }
    if (kind != null) {
      query.add("and " + quote + ".kind = ?", kind);
    }
    if (source != null) {
      query.add(ofSource(article), source, source);
    }
  }

  private static List<QuoteListing> withVariants(Connection connection, List<QuoteListing> quotes)
      throws SQLException {
    Map<Integer, List<QuoteListing.Variant>> variants = new HashMap<>();
    list(
        connection,
        new Query()
            .add(
                """
                select * from unnest(?::text[], ?::text[]) with ordinality as t (article, quote, n)
                join article a on a.id = t.article
                join quote q on q.article_id = t.article and q.id = t.quote
                join wording w on w.id = q.wording
                join lateral (
                  select b.id as other, b.source as other_source, b.shown_at as other_shown_at,
                    e.id as other_quote, e.text as other_text, e.speaker_name as other_speaker,
                    e.spans = e.quoted as other_quoted
                """,
                quotes.stream().map(QuoteListing::articleId).toArray(String[]::new),
                quotes.stream().map(QuoteListing::id).toArray(String[]::new))
            .add(SAID_ALIKE)
            .add(
                """
                  and b.id <> a.id order by b.shown_at, b.id, e.ordinal limit ?
                ) o on true
                order by t.n, other_shown_at, other
                """,
                MOST_VARIANTS),
        row ->
            variants
                .computeIfAbsent(row.getInt("n") - 1, absent -> new ArrayList<>())
                .add(
                    new QuoteListing.Variant(
                        row.getString("other"),
                        row.getString("other_source"),
                        instant(row, "other_shown_at"),
                        row.getString("other_quote"),
                        row.getString("other_text"),
                        row.getBoolean("other_quoted"),
                        row.getString("other_speaker"))));
    List<QuoteListing> complete = new ArrayList<>();
    for (int i = 0; i < quotes.size(); i++) {
      complete.add(quotes.get(i).with(variants.getOrDefault(i, List.of())));
    }
    return complete;
  }

  /**
   * Those who are quoted by name, the most quoted first.
   *
   * @param part of the name, whatever its case and accents; or null
   */
  List<SpeakerSummary> speakers(String part, int limit) throws SQLException {
    Query query = new Query();
    query.add("select").add(SPEAKER_COLUMNS).add(USABLE_QUOTES);
    query.add("and q.speaker_folded is not null");
    if (part != null) {
      query.add("and q.speaker_folded like ?", "%" + literal(QuoteEvent.folded(part)) + "%");
    }
    query.add("group by q.speaker_folded order by quotes desc, newest desc, q.speaker_folded");
    query.add("limit ?", limit);
    try (Connection connection = connection()) {
      return list(connection, query, Archive::speaker);
    }
  }

  /** The speaker of this name, whatever its case and accents; null when nobody is. */
  SpeakerPortrait speaker(String name) throws SQLException {
    String folded = QuoteEvent.folded(name);
    try (Connection connection = connection()) {
      List<SpeakerSummary> found =
          list(
              connection,
              new Query()
                  .add("select")
                  .add(SPEAKER_COLUMNS)
                  .add(USABLE_QUOTES)
                  .add("and q.speaker_folded = left(?, 200) group by q.speaker_folded", folded),
              Archive::speaker);
      if (found.isEmpty()) {
        return null;
      }
      return new SpeakerPortrait(
          found.get(0),
          notes(connection, folded, "q.speaker_role", "max(a.shown_at)"),
          notes(connection, folded, "a.source", "count(*)"));
    }
  }

  private static List<String> notes(
      Connection connection, String folded, String column, String order) throws SQLException {
    return list(
        connection,
        new Query()
            .add("select " + column)
            .add(USABLE_QUOTES)
            .add("and q.speaker_folded = left(?, 200) and " + column + " is not null", folded)
            .add("group by 1 order by " + order + " desc, 1 limit ?", MOST_NOTES_ON_A_SPEAKER),
        row -> row.getString(1));
  }

  private static ArticleSummary summary(ResultSet row) throws SQLException {
    int start = row.getInt("opening_start");
    int end = row.getInt("opening_end");
    if (row.wasNull()) {
      start = row.getInt("body_start");
      end = Integer.MAX_VALUE;
    }
    String found = row.getString("found");
    return new ArticleSummary(
        row.getString("id"),
        row.getString("source"),
        row.getString("headline"),
        row.getString("url"),
        instant(row, "published_at"),
        instant(row, "shown_at"),
        row.getInt("quotes"),
        row.getInt("entities"),
        row.getInt("also_in"),
        strings(row, "speakers"),
        found != null
            ? Excerpt.withHits(found)
            : Excerpt.opening(row.getString("opening"), start, end, EXCERPT_CHARS));
  }

  private static EnrichedArticle article(
      ResultSet row, List<Entity> entities, List<Quote> quotes, List<Quote> attitudes)
      throws SQLException {
    return new EnrichedArticle(
        row.getString("id"),
        row.getLong("version"),
        row.getString("content_hash"),
        row.getString("pub_status"),
        row.getString("source_id"),
        row.getString("url"),
        row.getString("source"),
        row.getString("headline"),
        row.getString("byline"),
        row.getString("language"),
        instant(row, "first_created"),
        instant(row, "version_created"),
        row.getString("correction"),
        instant(row, "published_at"),
        instant(row, "ingested_at"),
        row.getString("origin"),
        row.getString("text"),
        row.getInt("body_start"),
        json(row, "blocks", new TypeReference<List<Block>>() {}),
        entities,
        quotes,
        attitudes,
        new Engine(
            row.getString("engine_name"),
            row.getString("engine_version"),
            row.getString("engine_model")),
        strings(row, "degraded"),
        null);
  }

  private static Dossier.Version version(ResultSet row) throws SQLException {
    return new Dossier.Version(
        row.getLong("version"),
        row.getString("content_hash"),
        row.getString("verdict"),
        row.getObject("latest", Boolean.class),
        row.getString("pub_status"),
        instant(row, "ingested_at"),
        row.getString("correction"),
        row.getString("former_pub_status"),
        json(row, "changes", new TypeReference<List<Revision.Change>>() {}));
  }

  private static List<Quote> quotes(Connection connection, String articleId, String text)
      throws SQLException {
    return list(
        connection,
        new Query().add("select * from quote where article_id = ? order by ordinal", articleId),
        row -> quote(row, text));
  }

  private static List<Quote> attitudes(Connection connection, String articleId, String text)
      throws SQLException {
    return list(
        connection,
        new Query()
            .add(
                """
                select *, null as within, null as same_as from attitude
                where article_id = ? order by ordinal
                """,
                articleId),
        row -> quote(row, text));
  }

  private static Quote quote(ResultSet row, String text) throws SQLException {
    return new Quote(
        row.getString("id"),
        row.getString("kind"),
        spans(row, "spans", text),
        spans(row, "quoted", text),
        row.getString("text"),
        row.getString("within"),
        whoSpeaks(row),
        span(row, "mention_start", "mention_end", text),
        span(row, "via_start", "via_end", text),
        span(row, "cue_start", "cue_end", text),
        row.getDouble("confidence"),
        row.getString("decided_by"),
        json(row, "candidates", new TypeReference<List<Candidate>>() {}),
        row.getString("same_as"));
  }

  private static QuoteListing listing(ResultSet row) throws SQLException {
    String text = row.getString("article_text");
    return new QuoteListing(
        row.getString("article_id"),
        row.getString("source"),
        row.getString("headline"),
        row.getString("url"),
        instant(row, "published_at"),
        instant(row, "shown_at"),
        row.getInt("ordinal"),
        row.getString("id"),
        row.getString("kind"),
        row.getString("text"),
        row.getBoolean("all_quoted"),
        row.getString("within"),
        whoSpeaks(row),
        span(row, "mention_start", "mention_end", text),
        span(row, "cue_start", "cue_end", text),
        row.getDouble("confidence"),
        row.getString("decided_by"),
        json(row, "candidates", new TypeReference<List<Candidate>>() {}),
        row.getInt("also_in"),
        List.of());
  }

  private static SpeakerSummary speaker(ResultSet row) throws SQLException {
    return new SpeakerSummary(
        row.getString("name"),
        row.getString("kind"),
        row.getInt("quotes"),
        row.getInt("articles"),
        instant(row, "oldest"),
        instant(row, "newest"));
  }

  private static Speaker whoSpeaks(ResultSet row) throws SQLException {
    String kind = row.getString("speaker_kind");
    return kind == null
        ? null
        : new Speaker(
            kind,
            row.getString("speaker_entity"),
            row.getString("speaker_name"),
            row.getString("speaker_role"));
  }

  private static List<Span> spans(ResultSet row, String column, String text) throws SQLException {
    List<Span> spans = new ArrayList<>();
    for (int[] span : json(row, column, new TypeReference<int[][]>() {})) {
      spans.add(Span.of(text, span[0], span[1]));
    }
    return spans;
  }

  private static Span span(ResultSet row, String start, String end, String text)
      throws SQLException {
    int from = row.getInt(start);
    return row.wasNull() ? null : Span.of(text, from, row.getInt(end));
  }

  private static <T> T json(ResultSet row, String column, TypeReference<T> type)
      throws SQLException {
    try {
      return JSON.readValue(row.getString(column), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The storage's column " + column + " can't be read", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  /** A text that LIKE takes at its word. */
  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static <T> Page<T> page(List<T> items, int limit, Function<T, Cursor> cursor) {
    // One more than asked for tells whether the list goes on.
    return items.size() <= limit
        ? new Page<>(items, null)
        : new Page<>(items.subList(0, limit), cursor.apply(items.get(limit - 1)));
  }

  private static <T> List<T> list(Connection connection, Query query, RowReader<T> reader)
      throws SQLException {
    List<T> items = new ArrayList<>();
    try (PreparedStatement statement = query.prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        items.add(reader.read(rows));
      }
    }
    return items;
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A statement being put together: SQL of our own, and the values for its question marks. */
  private static final class Query {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Query add(String part, Object... values) {
      sql.append(part).append('\n');
      this.values.addAll(Arrays.asList(values));
      return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql.toString());
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        statement.setObject(
            i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
      }
      return statement;
    }
  }
}
