package onrecord.bench.copies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What an outlet does to an article that it takes over. Without state. */
enum Edit {
  CUT("cut to 60%"),
  HEADLINE("new headline"),
  SWAPPED("paragraphs swapped"),
  LOCAL_LEAD("localised lead"),
  CORRECTION("correction appended"),
  STYLE("another house's style");

  private static final String[] PLACES = {
    "the county", "the district", "the valley", "the harbour town", "the northern suburbs",
    "our region", "the old port", "the river towns", "the upper city", "the border villages"
  };

  private static final String[] WHO = {
    "Readers in %s", "Shopkeepers across %s", "Parents in %s", "The fire service of %s",
    "Farmers around %s", "Students from %s", "The chamber of commerce in %s", "Bus drivers in %s",
    "Pensioners living in %s", "The football club of %s", "Doctors at the clinic in %s"
  };

  private static final String[] DID = {
    "followed the news closely this week", "will feel the consequences sooner than most",
    "were surprised by what became known yesterday", "had expected as much for months",
    "are divided over what it means for them", "could hardly have chosen a worse moment for this",
    "want to hear from the council before they judge",
        "have seen something like it two winters ago",
    "spoke of little else from the early morning on", "asked for patience until more is known"
  };

  private static final String[] AND = {
    "while the town hall declined to comment when this paper asked",
    "and a public meeting has been called for the end of the month",
    "though budgets here are tight and the season has only just begun",
    "because the only bridge nearby stays closed until spring",
    "as a short note sent to our newsroom confirmed late in the evening",
    "even if the place where it was decided lies a long way off",
    "after several letters on the subject had reached our editors",
    "which nobody would have thought possible at this time last year"
  };

  private static final String[] CORRECTIONS = {
    "Correction: An earlier version of this article misstated the day of the meeting. It took place"
        + " on the evening before, not in the morning. The text has been changed accordingly.",
    "This story has been corrected to show that the figure given in the fourth paragraph was for"
        + " the whole year and not for a single quarter, and to give the full name of the body that"
        + " published it.",
    "Editor's note: A previous version of this report gave the wrong age and the wrong place of"
        + " residence for one of those mentioned. We regret the error.",
    "Update: This article was amended after publication to add a response that reached us late and"
        + " to remove a sentence that could not be confirmed."
  };

  private static final String[] HEADLINES = {
    "What we know so far",
    "New questions after a long week",
    "Pressure grows, answers wanted",
    "A day of decisions, and what comes next",
    "Five things to know this morning",
    "Voices rise over contested plan"
  };

  /** What the kind is called in the report. */
  final String words;

  Edit(String words) {
    this.words = words;
  }

  /** The article as the outlet prints it. */
  Story apply(Story story, Random random) {
    return switch (this) {
      case CUT -> cut(story);
      case HEADLINE -> new Story(story.id(), pick(HEADLINES, random), story.paragraphs());
      case SWAPPED -> swapped(story, random);
      case LOCAL_LEAD -> localLead(story, random);
      case CORRECTION -> correction(story, random);
      case STYLE -> {
        HouseStyle style = new HouseStyle(random);
        yield story.with(story.paragraphs().stream().map(style::apply).toList());
      }
    };
  }

  /** From the end, at the end of a sentence: as papers cut. */
  private static Story cut(Story story) {
    int room = (int) Math.ceil(0.6 * story.words());
    List<String> kept = new ArrayList<>();
    for (String paragraph : story.paragraphs()) {
      StringBuilder part = new StringBuilder();
      for (String sentence : Story.sentences(paragraph)) {
        int words = Story.words(sentence);
        if (words > room) {
          room = 0;
          break;
        }
        part.append(part.isEmpty() ? "" : " ").append(sentence);
        room -= words;
      }
      if (!part.isEmpty()) {
        kept.add(part.toString());
      }
      if (room <= 0) {
        break;
      }
    }
    return kept.isEmpty() ? story : story.with(kept);
  }

  /** A third of the paragraphs change places. */
  private static Story swapped(Story story, Random random) {
    List<String> paragraphs = new ArrayList<>(story.paragraphs());
    for (int i = 0; i < Math.max(1, paragraphs.size() / 3); i++) {
      Collections.swap(
          paragraphs, random.nextInt(paragraphs.size()), random.nextInt(paragraphs.size()));
    }
    return story.with(paragraphs);
  }

  /** One or two paragraphs of the outlet's own, in the place of the lead. */
  private static Story localLead(Story story, Random random) {
    List<String> paragraphs = new ArrayList<>(story.paragraphs());
    if (paragraphs.size() > 2) {
      paragraphs.remove(0);
    }
    int leads = 1 + random.nextInt(2);
    for (int i = 0; i < leads; i++) {
      paragraphs.add(
          i,
          String.format(pick(WHO, random), pick(PLACES, random))
              + " "
              + pick(DID, random)
              + ", "
              + pick(AND, random)
              + ".");
    }
    return story.with(paragraphs);
  }

  private static Story correction(Story story, Random random) {
    List<String> paragraphs = new ArrayList<>(story.paragraphs());
    paragraphs.add(pick(CORRECTIONS, random));
    return story.with(paragraphs);
  }

  private static String pick(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }
}
