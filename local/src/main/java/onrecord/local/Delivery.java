package onrecord.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import onrecord.ingest.ArticleFiles;
import onrecord.ingest.Incoming;
import onrecord.ingest.Refusal;

/**
 * Sends files the whole way and learns what becomes of each article. A thread of its own sends; all
 * methods are for the one thread that watches.
 */
public final class Delivery implements AutoCloseable {
  private final List<Path> files;
  private final Clock clock;
  private final Feed feed;
  private final Arrivals arrivals;
  private final Thread sender;

  // Filled by the sender and the door's answers, emptied by look().
  private final Queue<Numbered> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private volatile boolean sent;
  private volatile Throwable failure;

  private final Map<Integer, Feed.Accepted> byNumber = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private Instant firstStored;
  private boolean done;

  private Delivery(List<Path> files, Addresses addresses, Clock clock) throws SQLException {
    this.files = files;
    this.clock = clock;
    this.feed = new Feed(addresses.ingest());
    this.arrivals = new Arrivals(addresses);
    this.sender = new Thread(this::send, "feed");
    sender.setDaemon(true);
  }

  /** The answers come in any order; the number is the place among what was read. */
  private record Numbered(int number, Feed.Accepted article) {}

  /**
   * Begins to send.
   *
   * @param files see {@link ArticleFiles#find}
   */
  public static Delivery begin(List<Path> files, Addresses addresses, Clock clock)
      throws SQLException {
    Delivery delivery = new Delivery(files, addresses, clock);
    delivery.sender.start();
    return delivery;
  }

  private void send() {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    try {
      ArticleFiles reader = new ArticleFiles(clock);
      for (Path file : files) {
        reader.read(file, incoming -> answers.add(send(incoming, answers.size())));
      }
      CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).join();
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      sent = true;
    }
  }

  private CompletableFuture<?> send(Incoming incoming, int number) {
    if (incoming instanceof Refusal refusal) {
      refused.add(refusal.sentence());
      return CompletableFuture.completedFuture(null);
    }
    Incoming.Received received = (Incoming.Received) incoming;
    try {
      return feed.send(received)
          .thenAccept(
              answer -> {
                if (answer.accepted() != null) {
                  accepted.add(new Numbered(number, answer.accepted()));
                } else {
                  refused.add(
                      received.file()
                          + (received.line() > 0 ? ":" + received.line() : "")
                          + ": "
                          + answer.problem());
                }
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The sending was interrupted", e);
    }
  }

  /**
   * Looks what has happened since the last time.
   *
   * @throws IOException when the door can't be reached
   */
  public void look() throws SQLException, IOException {
    boolean allSent = sent;
    for (Numbered next; (next = accepted.poll()) != null; ) {
      byNumber.put(next.number, next.article);
      arrivals.expect(next.article);
    }
    for (String sentence; (sentence = refused.poll()) != null; ) {
      problems.add(sentence);
    }
    if (failure != null) {
      throw new IOException("The articles can't be sent: " + failure.getMessage(), failure);
    }
    arrivals.look();
    if (firstStored == null && !arrivals.stored().isEmpty()) {
      firstStored = clock.instant();
    }
    done = allSent && arrivals.waiting().isEmpty();
  }

  /** Whether every article has come through or been set aside. */
  public boolean done() {
    return done;
  }

  /** How many articles the door has accepted until now. */
  public int accepted() {
    return byNumber.size();
  }

  /** How many of them are stored. */
  public int stored() {
    return arrivals.stored().size();
  }

  /** When the first was seen in the storage, or null. */
  public Instant firstStored() {
    return firstStored;
  }

  /** The ids of the stored articles in the order in which they were read, each once. */
  public List<String> storedIds() {
    return byNumber.values().stream()
        .filter(arrivals.stored()::contains)
        .map(Feed.Accepted::id)
        .distinct()
        .toList();
  }

  /** The ids of those that are neither stored nor set aside. */
  public List<String> waitingIds() {
    return arrivals.waiting().stream().map(Feed.Accepted::id).toList();
  }

  /** What was refused by the door or set aside later, a sentence each. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    arrivals
        .rejected()
        .forEach((article, reason) -> all.add(article.id() + " was set aside, " + reason));
    return all;
  }

  @Override
  public void close() throws SQLException {
    sender.interrupt();
    arrivals.close();
  }
}
