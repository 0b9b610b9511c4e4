package onrecord.local.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import onrecord.events.Quote;

/**
 * What one teller says became of a story's articles, as lines that can be compared: the model, the
 * topics, the storage and the door that tells the status each give one.
 */
final class Account {
  /** What an account may tell of; not every teller knows of all. */
  enum Subject {
    LATEST,
    REVISION,
    QUOTE,
    ATTITUDE,
    COPY,
    REJECT,
    DECISION
  }

  private final Map<Subject, TreeSet<String>> lines = new TreeMap<>();
  private final Map<String, Integer> decisions = new TreeMap<>();

  private void add(Subject subject, String line) {
    lines.computeIfAbsent(subject, key -> new TreeSet<>()).add(line);
  }

  /** The version that is an article's truth. */
  void latest(String id, long order, String hash, boolean usable) {
    add(Subject.LATEST, id + " " + order + " " + hash + (usable ? "" : " hidden"));
  }

  /** A version that was ever seen. */
  void revision(String id, long order, String hash, String verdict) {
    add(Subject.REVISION, id + " " + order + " " + hash + " " + verdict);
  }

  /** A direct quote that stands in the truth. */
  void quote(String id, String speaker, String words) {
    add(Subject.QUOTE, id + " " + speaker + ": " + Quote.normalized(words));
  }

  /** What the truth tells of somebody and not in words. */
  void attitude(String id, String whose, String words) {
    add(Subject.ATTITUDE, id + " " + whose + ": " + words);
  }

  void copy(String id, String original) {
    add(Subject.COPY, id + " of " + original);
  }

  /** A record that was set aside, by the id in its key and its place in the topic. */
  void reject(String id, String place) {
    add(Subject.REJECT, id + " at " + place);
  }

  /** The next verdict on a record of the article. */
  void decision(String id, String verdict) {
    int number = decisions.merge(id, 1, Integer::sum);
    add(Subject.DECISION, String.format("%s %03d %s", id, number, verdict));
  }

  /** Where the other says something else, a line each; empty when it says the same. */
  List<String> differences(String teller, Account other, Subject... subjects) {
    List<String> differences = new ArrayList<>();
    for (Subject subject : subjects) {
      TreeSet<String> here = lines.getOrDefault(subject, new TreeSet<>());
      TreeSet<String> there = other.lines.getOrDefault(subject, new TreeSet<>());
      here.stream()
          .filter(line -> !there.contains(line))
          .forEach(line -> differences.add(teller + " lacks " + subject + " " + line));
      there.stream()
          .filter(line -> !here.contains(line))
          .forEach(line -> differences.add(teller + " has " + subject + " " + line));
    }
    return differences;
  }
}
