package onrecord.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.copies.CopiesConfig;
import onrecord.copies.CopiesService;
import onrecord.copies.Signer;
import onrecord.events.Article;
import onrecord.events.ArticleBuilder;
import onrecord.events.Block;
import onrecord.events.Engine;
import onrecord.events.EnrichedArticle;
import onrecord.events.EventJson;
import onrecord.events.Revision;
import onrecord.events.Topic;
import onrecord.service.KafkaClients;
import onrecord.service.StreamsService;
import onrecord.service.TopicSetup;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What copies costs against a real broker: made articles, a tenth of them copies of another, wait
 * in the topic; then the service takes them, with the stores that it has in earnest. Broker and
 * service share this process. Run by hand, see docs/copies.md: {@code [ARTICLES [SEED]]}.
 */
final class CopiesRun {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(14);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int VOCABULARY = 30_000;

  /** How far back the original of a copy lies at most. */
  private static final int RECENT = 1_000;

  private static final Pattern LINKED =
      Pattern.compile("(?m)^onrecord_copies_linking_seconds_(count|sum)\\S* (\\S+)$");

  private final SplittableRandom random;
  private final List<String> bodies = new ArrayList<>();

  private CopiesRun(long seed) {
    random = new SplittableRandom(seed);
  }

  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Path directory = Files.createTempDirectory("copies-run");
    try (LocalKafka broker = LocalKafka.start(directory.resolve("kafka"), 0)) {
      KafkaClients kafka = new KafkaClients(broker.bootstrap(), Map.of());
      TopicSetup.run(kafka, (short) 1, PATIENCE);
      new CopiesRun(seed).send(articles, kafka);
      Path state = directory.resolve("state");
      take(articles, broker.bootstrap(), state);
      sizes(articles, "on disk", state.resolve("onrecord-copies/1_0/rocksdb"), ".*");
      sizes(
          articles, "in the broker's log", directory.resolve("kafka"), "onrecord-copies-.*[.]log");
    } finally {
      delete(directory);
    }
  }

  private void send(int articles, KafkaClients kafka) throws Exception {
    Signer signer = new Signer();
    long words = 0;
    long signing = 0;
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.producer("copies-run"), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < articles; i++) {
        Instant time = BEGINNING.plus(WINDOW.multipliedBy(i).dividedBy(articles));
        EnrichedArticle article = article(i, time);
        words += article.text().chars().filter(c -> c == ' ').count();
        long start = System.nanoTime();
        signer.sign(article.text(), article.blocks());
        // The first tenth warms the compiler up.
        signing += i < articles / 10 ? 0 : System.nanoTime() - start;
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topic.ENRICHED.topicName(),
                    null,
                    time.toEpochMilli(),
                    article.id().getBytes(StandardCharsets.UTF_8),
                    EventJson.write(article))));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d articles of %d words; signing %.0f microseconds an article%n",
        articles,
        words / articles,
        signing / 1e3 / (articles - articles / 10));
  }

  private EnrichedArticle article(int number, Instant time) {
    String body;
    if (number > 0 && random.nextInt(10) == 0) {
      String original = bodies.get(random.nextInt(bodies.size()));
      body = original.substring(0, original.indexOf(' ', original.length() * 7 / 10));
    } else {
      body = body();
      if (bodies.size() < RECENT) {
        bodies.add(body);
      } else {
        bodies.set(number % RECENT, body);
      }
    }
    Article article =
        new ArticleBuilder("https://news.example/2026/made-article-" + number)
            .version(1L)
            .publishedAt(time)
            .ingestedAt(time)
            .body(body)
            .build();
    return EnrichedArticle.of(
            article,
            0,
            List.of(new Block(Block.PARAGRAPH, 0, body.length())),
            List.of(),
            List.of(),
            List.of(),
            new Engine("onrecord", "made", null),
            List.of())
        .as(new Revision(Revision.NEW, true, null, List.of()));
  }

  /** From 150 to 1,050 words, frequent ones often, as Zipf has it. */
  private String body() {
    StringBuilder text = new StringBuilder();
    int words = 150 + random.nextInt(900);
    for (int i = 0; i < words; i++) {
      int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
      text.append(i == 0 ? "" : " ").append(Integer.toString(rank * 37, 36));
    }
    return text.append(" .").toString();
  }

  private static void take(int articles, String bootstrap, Path state) throws Exception {
    StreamsService service =
        CopiesService.start(
            CopiesConfig.from(
                Map.of(
                    "ONRECORD_KAFKA_BOOTSTRAP",
                    bootstrap,
                    "ONRECORD_HTTP_PORT",
                    "0",
                    "ONRECORD_STATE_DIR",
                    state.toString())));
    URI metrics = URI.create("http://127.0.0.1:" + service.port() + "/metrics");
    HttpClient http = HttpClient.newHttpClient();
    int tenth = 0;
    for (Taken since = taken(http, metrics); tenth < 10; ) {
      Thread.sleep(50);
      Taken now = taken(http, metrics);
      if (since.articles() == 0) {
        since = now;
      } else if (now.articles() * 10 >= (tenth + 1.0) * articles) {
        tenth = (int) (now.articles() * 10 / articles);
        double count = now.articles() - since.articles();
        System.out.printf(
            Locale.ROOT,
            "%3d%%: %.0f articles a second; linking takes %.0f microseconds, all %.0f of processor%n",
            10 * tenth,
            count / (now.seconds() - since.seconds()),
            1e6 * (now.linking() - since.linking()) / count,
            1e6 * (now.processor() - since.processor()) / count);
        since = now;
      }
    }
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "heap in use %d MB, resident %s, broker included%n",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        resident());
    service.stop(PATIENCE);
  }

  /** What was taken until then; seconds. */
  private record Taken(double articles, double linking, double seconds, double processor) {}

  private static Taken taken(HttpClient http, URI metrics) throws Exception {
    String page =
        http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    Map<String, Double> linked = new TreeMap<>();
    for (Matcher line = LINKED.matcher(page); line.find(); ) {
      linked.put(line.group(1), Double.parseDouble(line.group(2)));
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Taken(
        linked.getOrDefault("count", 0.0),
        linked.getOrDefault("sum", 0.0),
        System.nanoTime() / 1e9,
        system.getProcessCpuTime() / 1e9);
  }

  private static String resident() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.substring(6).strip())
          .findFirst()
          .orElse("unknown");
    } catch (NoSuchFileException e) {
      return "unknown";
    }
  }

  private static void sizes(int articles, String where, Path directory, String files)
      throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(Files::isRegularFile)
          .map(directory::relativize)
          .filter(file -> file.toString().matches(files))
          .forEach(
              file ->
                  sizes.merge(
                      file.getName(0).toString(), size(directory.resolve(file)), Long::sum));
    }
    sizes.forEach(
        (name, size) ->
            System.out.printf(
                Locale.ROOT, "%6d bytes an article %s: %s%n", size / articles, where, name));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
