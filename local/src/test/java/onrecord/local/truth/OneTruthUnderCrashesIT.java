package onrecord.local.truth;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onrecord.local.Disturbance;
import onrecord.local.Stage;
import onrecord.local.TestCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As {@link OneTruthIT}, while real processes are killed: every story meets a crash or an outage
 * between its steps. Here few stories; the Maven profile {@code long} tells a hundred.
 */
class OneTruthUnderCrashesIT {
  private static final int STRIKES = Integer.getInteger("onrecord.truth.strikes", 3);
  private static final int STORIES_A_STRIKE = 4;
  private static final long FIRST_SEED = Long.getLong("onrecord.truth.seed", 1_000_001);
  private static final Duration SETTLING = Duration.ofMinutes(2);

  @TempDir private Path directory;

  @Test
  void topicsStorageAndStatusTellTheTruth() throws Exception {
    Random random = new Random(FIRST_SEED);
    try (Stage stage = Stage.set(directory, TestCache.DIRECTORY);
        Trial trial = new Trial(stage.pipeline())) {
      List<Told> all = new ArrayList<>();
      for (int strike = 0; strike < STRIKES; strike++) {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < STORIES_A_STRIKE; i++) {
          stories.add(Story.of(FIRST_SEED + all.size() + i));
        }
        List<Told> told = trial.prepare(stories);
        all.addAll(told);
        Disturbance disturbance = Disturbance.inTurn(strike);
        trial.sendAround(told, random, () -> disturbance.strike(stage));
      }
      Map<Told, List<String>> wrong = trial.judge(all, SETTLING);
      if (!wrong.isEmpty()) {
        StringBuilder report = new StringBuilder();
        wrong.forEach(
            (told, lines) ->
                report
                    .append(told.story())
                    .append("\n  ")
                    .append(String.join("\n  ", lines))
                    .append('\n'));
        fail(wrong.size() + " stories are told wrongly\n" + report);
      }
    }
  }
}
