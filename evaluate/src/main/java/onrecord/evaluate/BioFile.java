package onrecord.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files of a token a line with its label, {@code B-PER}, {@code I-PER}, … or {@code O}, turned into
 * running text: the tokens joined by the spacing habits of English news, a sentence a line.
 */
public final class BioFile {
  static final String ENDING = ".bio";

  private static final String NEW_DOCUMENT = "-DOCSTART-";

  /** Where a file doesn't say where a document begins, each has so many sentences. */
  private static final int SENTENCES = 40;

  private static final Set<String> JOINED_TO_THE_LEFT =
      Set.of(
          ",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "'s", "'S", "n't", "N'T", "'ll", "'re",
          "'ve", "'m", "'d", "''", "...", "'LL", "'RE", "'VE");
  private static final Set<String> JOINED_TO_THE_RIGHT =
      Set.of("(", "[", "{", "$", "``", "#", "\u00a3");

  private BioFile() {}

  /**
   * A token.
   *
   * @param word as it stands
   * @param label B-, I- and a type, or O
   */
  public record Token(String word, String label) {}

  /** The documents of a file as running text; their ids are the file's name and a number. */
  public static List<GoldEntities> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    name = name.substring(0, name.length() - ENDING.length());
    List<GoldEntities> texts = new ArrayList<>();
    for (List<List<Token>> document : documents(file)) {
      texts.add(running(String.format(Locale.ROOT, "%s-%04d", name, texts.size()), document));
    }
    return texts;
  }

  /** The documents of a file, their sentences, their tokens. */
  public static List<List<List<Token>>> documents(Path file) throws IOException {
    Sorter sorter = new Sorter();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!sorter.take(line)) {
          throw new IOException(file + ":" + number + ": a token stands without a tab and a label");
        }
      }
    }
    sorter.endSentence();
    sorter.endDocument();
    return sorter.documents;
  }

  /** Sorts lines into documents and sentences. */
  private static final class Sorter {
    private final List<List<List<Token>>> documents = new ArrayList<>();
    private List<List<Token>> document = new ArrayList<>();
    private List<Token> sentence = new ArrayList<>();
    private boolean marked;

    /** False for a line that is no token, no mark and not blank. */
    boolean take(String line) {
      if (line.startsWith(NEW_DOCUMENT)) {
        marked = true;
        endSentence();
        endDocument();
      } else if (line.isBlank()) {
        endSentence();
        if (!marked && document.size() >= SENTENCES) {
          endDocument();
        }
      } else {
        String[] columns = line.split("\t", -1);
        if (columns.length < 2) {
          return false;
        }
        sentence.add(new Token(columns[0], columns[1]));
      }
      return true;
    }

    void endSentence() {
      if (!sentence.isEmpty()) {
        document.add(sentence);
        sentence = new ArrayList<>();
      }
    }

    void endDocument() {
      if (!document.isEmpty()) {
        documents.add(document);
        document = new ArrayList<>();
      }
    }
  }

  /** A document's tokens as running text with its names. */
  public static GoldEntities running(String id, List<List<Token>> sentences) {
    StringBuilder text = new StringBuilder();
    List<GoldEntities.Marked> names = new ArrayList<>();
    int length = 0;
    for (List<Token> sentence : sentences) {
      if (length > 0) {
        text.append('\n');
        length++;
      }
      Spacing spacing = new Spacing();
      List<Range> places = new ArrayList<>();
      for (Token token : sentence) {
        if (spacing.blankBefore(token.word)) {
          text.append(' ');
          length++;
        }
        int end = length + token.word.codePointCount(0, token.word.length());
        text.append(token.word);
        places.add(new Range(length, end));
        length = end;
      }
      names.addAll(names(sentence, places));
    }
    return new GoldEntities(id, new CodePointText(text.toString()), names);
  }

  /** A name begins at B-, and at I- where none of that type is open. */
  private static List<GoldEntities.Marked> names(List<Token> sentence, List<Range> places) {
    List<GoldEntities.Marked> names = new ArrayList<>();
    String open = null;
    for (int i = 0; i < places.size(); i++) {
      String label = sentence.get(i).label;
      if (label.equals("O")) {
        open = null;
        continue;
      }
      Range place = places.get(i);
      String type = label.substring(label.indexOf('-') + 1);
      if (label.startsWith("I-") && type.equals(open)) {
        Range begun = names.remove(names.size() - 1).at();
        names.add(new GoldEntities.Marked(new Range(begun.start(), place.end()), type));
      } else {
        names.add(new GoldEntities.Marked(place, type));
      }
      open = type;
    }
    return names;
  }

  /** Where a sentence's tokens stand apart. */
  private static final class Spacing {
    private String last;
    private boolean inDouble;
    private boolean inSingle;
    private boolean joined = true;

    /** Whether a blank stands before the next token. */
    boolean blankBefore(String word) {
      boolean blank = !joined && !(JOINED_TO_THE_LEFT.contains(word) && last != null);
      joined = JOINED_TO_THE_RIGHT.contains(word);
      switch (word) {
        case "\"" -> {
          blank &= !inDouble;
          joined |= !inDouble;
          inDouble = !inDouble;
        }
        case "'", "`" -> {
          boolean apostrophe = word.equals("'");
          if (apostrophe && inSingle) {
            blank = false;
            inSingle = false;
          } else if (apostrophe && last != null && endsInS(last) && !inSingle) {
            blank = false;
          } else {
            inSingle = true;
            joined = true;
          }
        }
        case "/" -> {
          blank = false;
          joined = true;
        }
        default -> {
          // A word: apart from the one before, unless that one is joined to it.
        }
      }
      last = word;
      return blank;
    }

    private static boolean endsInS(String word) {
      return word.endsWith("s") || word.endsWith("S");
    }
  }
}
