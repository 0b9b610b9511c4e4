import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes behind each token of a file its part of speech: a token a line, an empty line behind a
 * sentence. Arguments: the tagger's settings, the tokens, where to write.
 */
public final class TagTeacher {
  /** Longer sentences are tagged in pieces. */
  private static final int LONGEST = 150;

  private final NLPDecoder decoder;

  private TagTeacher(InputStream settings) {
    decoder = new NLPDecoder(settings);
  }

  public static void main(String[] args) throws IOException {
    TagTeacher teacher;
    try (InputStream settings = Files.newInputStream(Path.of(args[0]))) {
      teacher = new TagTeacher(settings);
    }
    try (BufferedReader in = Files.newBufferedReader(Path.of(args[1]));
        BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      List<String> sentence = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isEmpty()) {
          sentence.add(line);
          continue;
        }
        for (int from = 0; from < sentence.size(); from += LONGEST) {
          teacher.tag(sentence.subList(from, Math.min(sentence.size(), from + LONGEST)), out);
        }
        out.write('\n');
        sentence.clear();
      }
    }
  }

  private void tag(List<String> tokens, BufferedWriter out) throws IOException {
    NLPNode[] nodes = new NLPNode[tokens.size() + 1];
    nodes[0] = new NLPNode();
    nodes[0].toRoot();
    for (int i = 0; i < tokens.size(); i++) {
      nodes[i + 1] = new NLPNode(i + 1, plain(tokens.get(i)));
    }
    decoder.decode(nodes);
    for (int i = 0; i < tokens.size(); i++) {
      out.write(tokens.get(i) + "\t" + nodes[i + 1].getPartOfSpeechTag() + "\n");
    }
  }

  /** The tagger knows typewriters' marks. */
  private static String plain(String token) {
    return token
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replace('\u201c', '"')
        .replace('\u201d', '"')
        .replace("\u2014", "--")
        .replace("\u2013", "-");
  }
}
