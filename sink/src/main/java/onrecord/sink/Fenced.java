package onrecord.sink;

import org.apache.kafka.common.TopicPartition;

/** Another instance stored records of the partition since this one last did. */
final class Fenced extends Exception {
  private static final long serialVersionUID = 1;

  Fenced(TopicPartition partition, Storage.Move move) {
    super(
        "The storage of "
            + partition
            + " no longer stands at "
            + (move.from() == Storage.NOTHING_STORED ? "its beginning" : move.from())
            + ": another instance has the partition");
  }
}
