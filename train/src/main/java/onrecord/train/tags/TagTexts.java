package onrecord.train.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import onrecord.enrich.text.Document;
import onrecord.enrich.text.Lexicon;
import onrecord.enrich.text.TextReader;
import onrecord.evaluate.BioFile;
import onrecord.evaluate.GoldEntities;
import onrecord.evaluate.GoldQuotes;
import onrecord.evaluate.HeldOut;

/**
 * The texts that parts of speech are learned from, in one order: political news, world news, and a
 * share of the press releases. What is held out is left out. For one thread.
 */
final class TagTexts {
  /** Of the press releases every so manyth. */
  private static final int SHARE = 9;

  private final Path data;
  private final Document document = new Document();
  private final TextReader reader = new TextReader(Lexicon.load());

  /**
   * Texts of a folder.
   *
   * @param data with {@code quotes}, {@code names} and {@code text}
   */
  TagTexts(Path data) {
    this.data = data;
  }

  /** Sees each text; the document is only valid during the call. */
  interface Reading {
    void read(Document document) throws IOException;
  }

  void forEach(Reading reading) throws IOException {
    Path quotes = data.resolve("quotes/polnear-train.jsonl");
    for (GoldQuotes text : GoldQuotes.read(quotes, id -> !HeldOut.holds(id))) {
      give(text.text().text(), reading);
    }
    for (GoldEntities text : BioFile.read(data.resolve("names/train/gmb-clean.bio"))) {
      if (!HeldOut.holds(text.id())) {
        give(text.text().text(), reading);
      }
    }
    releases(reading);
  }

  private void releases(Reading reading) throws IOException {
    Path file = data.resolve("text/us-senate-press-releases-clean.txt.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      StringBuilder text = new StringBuilder();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#DOC ")) {
          if (number++ % SHARE == 1) {
            give(text.toString(), reading);
          }
          text.setLength(0);
        } else {
          text.append(line).append('\n');
        }
      }
    }
  }

  private void give(String text, Reading reading) throws IOException {
    document.reset(text, -1, -1);
    reader.read(document, true);
    reading.read(document);
  }
}
