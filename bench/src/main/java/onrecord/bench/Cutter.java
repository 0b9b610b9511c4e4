package onrecord.bench;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.IntSupplier;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/** Cuts a text into sentences and tokens. For one thread. */
interface Cutter {
  /** Cuts a text. */
  void cut(String text, Cuts into);

  /** Our own text passes, which find blocks and quotation marks besides. */
  static Cutter ours() {
    TextReader reader = new TextReader(Lexicon.load());
    Document document = new Document();
    return (text, into) -> {
      into.clear();
      document.reset(text, -1, -1);
      reader.read(document, true);
      for (int s = 0; s < document.sentences.count; s++) {
        into.sentence(document.tokens.end[document.sentences.endToken[s] - 1]);
      }
      for (int t = 0; t < document.tokens.count; t++) {
        into.token(document.tokens.start[t], document.tokens.end[t]);
      }
    };
  }

  /** Apache OpenNLP with its English models, which are trained on the web treebank. */
  static Cutter openNlp() throws IOException {
    SentenceDetectorME detector;
    TokenizerME tokenizer;
    try (InputStream sentences = open("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin");
        InputStream tokens = open("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")) {
      detector = new SentenceDetectorME(new SentenceModel(sentences));
      tokenizer = new TokenizerME(new TokenizerModel(tokens));
    }
    return (text, into) -> {
      into.clear();
      for (Span sentence : detector.sentPosDetect(text)) {
        into.sentence(sentence.getEnd());
        int from = sentence.getStart();
        for (Span token : tokenizer.tokenizePos(text.substring(from, sentence.getEnd()))) {
          into.token(from + token.getStart(), from + token.getEnd());
        }
      }
    };
  }

  private static InputStream open(String name) throws IOException {
    InputStream stream = Cutter.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("No model " + name + " on the class path");
    }
    return stream;
  }

  /** The break iterators of the Java library. */
  static Cutter java() {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.US);
    BreakIterator words = BreakIterator.getWordInstance(Locale.US);
    return (text, into) -> {
      into.clear();
      sentences.setText(text);
      words.setText(text);
      cut(text, sentences::next, words::next, into);
    };
  }

  /** Those of ICU, which know English abbreviations when asked to. */
  static Cutter icu() {
    com.ibm.icu.text.BreakIterator sentences =
        com.ibm.icu.text.BreakIterator.getSentenceInstance(
            ULocale.forLanguageTag("en-US-u-ss-standard"));
    com.ibm.icu.text.BreakIterator words =
        com.ibm.icu.text.BreakIterator.getWordInstance(ULocale.US);
    return (text, into) -> {
      into.clear();
      sentences.setText(text);
      words.setText(text);
      cut(text, sentences::next, words::next, into);
    };
  }

  /** Cuts at the boundaries of two iterators; both end with the same value. */
  private static void cut(String text, IntSupplier sentences, IntSupplier words, Cuts into) {
    for (int end = sentences.getAsInt(); end != BreakIterator.DONE; end = sentences.getAsInt()) {
      sentence(text, end, into);
    }
    int start = 0;
    for (int end = words.getAsInt(); end != BreakIterator.DONE; end = words.getAsInt()) {
      token(text, start, end, into);
      start = end;
    }
  }

  /** The blanks behind a sentence are left out. */
  private static void sentence(String text, int to, Cuts into) {
    int end = to;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && (into.sentences == 0 || end > into.sentenceEnd[into.sentences - 1])) {
      into.sentence(end);
    }
  }

  /** A stretch of blanks is no token. */
  private static void token(String text, int start, int end, Cuts into) {
    if (!Character.isWhitespace(text.charAt(start))) {
      into.token(start, end);
    }
  }
}
