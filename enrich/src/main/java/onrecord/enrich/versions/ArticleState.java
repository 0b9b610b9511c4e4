package onrecord.enrich.versions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import onrecord.events.ArticleStatus;
import onrecord.events.ArticleStatus.Decision;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.EventJson;
import onrecord.events.Quote;
import onrecord.events.Revision;

/**
 * What is remembered of an article.
 *
 * @param latest the version that is its truth, or null when none of its records could be taken
 * @param quotes of the truth, as they were announced; empty when it is hidden
 * @param entities of the truth; empty when it is hidden
 * @param seen the versions that came, the last ones last
 * @param decisions the newest first
 */
public record ArticleState(
    Revision.Former latest,
    List<Quote> quotes,
    List<Known> entities,
    List<Seen> seen,
    List<Decision> decisions) {
  /** Nothing has come. */
  public static final ArticleState NONE =
      new ArticleState(null, List.of(), List.of(), List.of(), List.of());

  /**
   * A version that comes again after so many others is taken for one that has not come yet; that
   * costs its history an event more and changes no truth.
   */
  private static final int MAX_SEEN = 200;

  public ArticleState {
    quotes = List.copyOf(quotes);
    entities = List.copyOf(entities);
    seen = List.copyOf(seen);
    decisions = List.copyOf(decisions);
  }

  /** An entity of the truth by what names it. */
  public record Known(String type, String name) {}

  /** A version by its order. */
  public record Seen(long version, String contentHash) {}

  /** After a record that changed nothing of the truth and was no new version. */
  public ArticleState after(Decision decision) {
    return new ArticleState(latest, quotes, entities, seen, with(decision));
  }

  /** After a version. */
  public ArticleState after(Decision decision, EnrichedArticle version) {
    List<Seen> longer = new ArrayList<>(seen);
    longer.add(new Seen(version.version(), version.contentHash()));
    if (longer.size() > MAX_SEEN) {
      longer.remove(0);
    }
    if (!decision.latest()) {
      return new ArticleState(latest, quotes, entities, longer, with(decision));
    }
    return new ArticleState(
        new Revision.Former(version.version(), version.contentHash(), version.pubStatus()),
        version.quotes(),
        version.entities().stream().map(ArticleState::known).toList(),
        longer,
        with(decision));
  }

  private static Known known(Entity entity) {
    return new Known(entity.type(), entity.name());
  }

  private List<Decision> with(Decision decision) {
    List<Decision> longer = new ArrayList<>();
    longer.add(decision);
    longer.addAll(
        decisions.subList(0, Math.min(decisions.size(), ArticleStatus.MAX_DECISIONS - 1)));
    return longer;
  }

  /** What the door answers. */
  public ArticleStatus status(String id) {
    return new ArticleStatus(id, latest, decisions);
  }

  /** As the store keeps it. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(EventJson.write(this));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can't be written to", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param bytes null for {@link #NONE}
   */
  public static ArticleState of(byte[] bytes) {
    if (bytes == null) {
      return NONE;
    }
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return EventJson.read(in.readAllBytes(), ArticleState.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The store of versions holds what it was not given", e);
    }
  }
}
