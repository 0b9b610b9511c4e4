package onrecord.local.truth;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import onrecord.local.Addresses;
import onrecord.local.TestCache;
import onrecord.local.WholeWay;
import org.junit.jupiter.api.Test;

/**
 * For any order of arrival and any repetition topics, storage and the status door tell the truth
 * that the model ({@link Truth}) tells: a thousand random stories of publishing, sending again,
 * correcting, withdrawing, publishing again, copying and sending what can't be read, through the
 * real pipeline, all at once. What fails is printed with its seed, in the shortest form that still
 * fails.
 */
class OneTruthIT {
  private static final int STORIES = Integer.getInteger("onrecord.truth.stories", 1000);
  private static final long FIRST_SEED = Long.getLong("onrecord.truth.seed", 1);
  private static final Duration SETTLING = Duration.ofSeconds(60);

  @Test
  void topicsStorageAndStatusTellTheTruth() throws Exception {
    Path cache = TestCache.DIRECTORY;
    try (WholeWay way = WholeWay.start(new WholeWay.Plan(null, cache, 0, 0, 0, 0))) {
      Addresses at = way.addresses();
      try (Trial trial =
          new Trial(new Trial.Pipeline(at.kafka(), at.jdbcUrl(), at.jdbcUser(), at.ingest()))) {
        List<Story> stories =
            LongStream.range(FIRST_SEED, FIRST_SEED + STORIES).mapToObj(Story::of).toList();
        List<Told> told = trial.prepare(stories);
        trial.send(told, new Random(FIRST_SEED));
        Map<Told, List<String>> wrong = trial.judge(told, SETTLING);
        if (!wrong.isEmpty()) {
          Map.Entry<Told, List<String>> first = wrong.entrySet().iterator().next();
          fail(
              wrong.size()
                  + " stories are told wrongly, such as\n"
                  + trial.shrunk(first.getKey().story(), first.getValue()));
        }
      }
    }
  }

  @Test
  void aStoryIsTheSameForItsSeed() {
    assertTrue(Story.of(7).equals(Story.of(7)));
  }
}
