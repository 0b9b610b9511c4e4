package onrecord.train.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.evaluate.CodePointText;
import onrecord.evaluate.GoldEntities;
import onrecord.evaluate.HeldOut;
import onrecord.evaluate.MarkedArticle;
import onrecord.evaluate.Range;

/** Reads the articles of our own as lessons of names; those held out are left out. */
final class OwnArticles {
  /** They are the news of all continents that the other corpora lack, and have our own bounds. */
  private static final double WEIGHT = 1;

  private OwnArticles() {}

  static List<Lesson> read(Path folder) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (MarkedArticle article : MarkedArticle.readAll(folder, id -> !HeldOut.holds(id))) {
      lessons.add(new Lesson(text(article.names()), lessons.size(), WEIGHT, false));
    }
    return lessons;
  }

  private static MarkedText text(GoldEntities names) {
    List<MarkedText.Name> marked =
        names.entities().stream()
            .map(name -> new MarkedText.Name(place(names.text(), name.at()), type(name)))
            .sorted(Comparator.comparingInt(name -> name.at().start()))
            .toList();
    return new MarkedText(names.id(), names.text().text(), marked, List.of());
  }

  private static int type(GoldEntities.Marked name) {
    return NameTypes.of(name.type());
  }

  private static MarkedText.Place place(CodePointText text, Range at) {
    String chars = text.text();
    int start = chars.offsetByCodePoints(0, at.start());
    return new MarkedText.Place(start, chars.offsetByCodePoints(start, at.end() - at.start()));
  }
}
