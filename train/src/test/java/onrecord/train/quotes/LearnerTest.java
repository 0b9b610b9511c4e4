package onrecord.train.quotes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onrecord.train.quotes.Learner.Choice;
import org.junit.jupiter.api.Test;

class LearnerTest {
  @Test
  void whatIsRightMoreOftenWeighsMore() {
    Learner learner = new Learner();

    learner.learn(lessons(), 6, 1);

    assertTrue(learner.weights()[7] > learner.weights()[8]);
  }

  @Test
  void theSameLessonsGiveTheSameWeights() {
    Learner one = new Learner();
    Learner other = new Learner();

    one.learn(lessons(), 3, 1);
    other.learn(lessons(), 3, 1);

    assertArrayEquals(one.weights(), other.weights());
  }

  /** Feature 7 is right nine times in ten. */
  private static List<Choice> lessons() {
    Random random = new Random(5);
    List<Choice> lessons = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean seven = random.nextInt(10) > 0;
      lessons.add(new Choice(new int[][] {{7, 3}, {8, 3}}, new boolean[] {seven, !seven}));
    }
    return lessons;
  }
}
