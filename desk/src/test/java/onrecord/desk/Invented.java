package onrecord.desk;

import onrecord.events.Block;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Quote;
import onrecord.events.Speaker;

/** An invented article with every kind of block and quote, read by hand. */
final class Invented {
  static final String ID = "tern-gazette:lamps";
  static final String SPEAKER = "Orla Penhallow";
  static final String HEADLINE = "🛟 Ternhaven to light its <old> pier & keep it lit";

  private static final String TEXT =
      HEADLINE
          + """


          By Wim Sandoval

          TERNHAVEN (Coast Wire) — The council voted on Monday to light the pier all winter, a plan \
          that harbor master Orla Penhallow called “a promise kept.”

          “We have sent boats out past that pier in the dark for eleven winters,” Penhallow said. \
          “No more.”

          “The lamps will burn until the ice goes.

          “And then we shall count what they cost,” she told the meeting.

          “I am,” said Bram Oyelaran, who runs the ferry, “not afraid of a bill.”

          A report by the Almory Institute found that lit piers halve the number of accidents.

          Oyelaran recalled a warning: “My father used to say, ‘Trust the lamp, not the map,’ and \
          he was right.”

          “Somebody will have to pay for it,” came a voice from the back. Residents said they had \
          not been asked. Oyelaran declined, according to the Almory Post, to name a price, and \
          Mayor Iva Sund is thought to favor a vote.

          Light the pier, and light it well! 💡 No more.
          — Orla Penhallow (@ternpilot) March 1, 2026

          The pier at dusk. The first lamp was lit as a trial last month.

          Photo: Ines Quill/Coast Wire

          Sign up for our harbor letter

          Around the coast
          """;

  private Invented() {}

  static EnrichedArticle lamps() {
    return new Draft(ID, TEXT)
        .source("Tern Gazette")
        .url("https://gazette.example/lamps?a=1&b=2")
        .headline(HEADLINE)
        .byline("By Wim Sandoval")
        .language("en")
        .publishedAt("2026-03-02T07:30:00Z")
        .block(Block.HEADLINE, HEADLINE)
        .block(Block.BYLINE, "By Wim Sandoval")
        .block(Block.DATELINE, "TERNHAVEN (Coast Wire) —")
        .block(Block.PARAGRAPH, line("The council voted"))
        .block(Block.PARAGRAPH, line("“We have sent"))
        .block(Block.PARAGRAPH, line("“The lamps"))
        .block(Block.PARAGRAPH, line("“And then"))
        .block(Block.PARAGRAPH, line("“I am,”"))
        .block(Block.PARAGRAPH, line("A report"))
        .block(Block.PARAGRAPH, line("Oyelaran recalled"))
        .block(Block.PARAGRAPH, line("“Somebody"))
        .block(
            Block.EMBEDDED_POST,
            line("Light the pier, and") + "\n" + line("— Orla Penhallow (@ternpilot)"))
        .block(Block.CAPTION, line("The pier at dusk"))
        .block(Block.CREDIT, line("Photo:"))
        .block(Block.PROMOTION, line("Sign up"))
        .block(Block.LABEL, line("Around"))
        .entity(Entity.LOCATION, "Ternhaven", 0.5, null, "Ternhaven", "TERNHAVEN")
        .entity(Entity.PERSON, "Wim Sandoval", 0.1, null, "Wim Sandoval")
        .entity(
            Entity.PERSON,
            SPEAKER,
            0.9,
            "harbor master",
            SPEAKER,
            "Penhallow",
            "~she",
            "— Orla Penhallow".substring(2))
        .entity(
            Entity.PERSON,
            "Bram Oyelaran",
            0.6,
            "who runs the ferry",
            "Bram Oyelaran",
            "Oyelaran",
            "Oyelaran")
        .entity(Entity.ORGANIZATION, "Almory Institute", 0.3, null, "Almory Institute")
        .entity(Entity.ORGANIZATION, "Coast Wire", 0.1, null, "Coast Wire", "Coast Wire")
        .entity(Entity.PERSON, "Iva Sund", 0.1, "mayor", "Iva Sund")
        .entity("EVENT", "Monday vote", 0.1, null, "voted on Monday")
        .quote(Quote.MIXED, "a promise kept.")
        .quoted("a promise kept.")
        .by(Speaker.PERSON, "e3", SPEAKER, "harbor master")
        .mention(SPEAKER)
        .cue("called")
        .end()
        .quote(
            Quote.DIRECT,
            "We have sent boats out past that pier in the dark for eleven winters,",
            "No more.")
        .by(Speaker.PERSON, "e3", SPEAKER, "harbor master")
        .after("“We have sent")
        .mention("Penhallow")
        .cue("said")
        .end()
        .quote(
            Quote.DIRECT,
            "The lamps will burn until the ice goes.\n\n“And then we shall count what they cost,")
        .by(Speaker.PERSON, "e3", SPEAKER, null)
        .mention("she")
        .cue("told")
        .confidence(0.84)
        .end()
        .quote(Quote.DIRECT, "I am,", "not afraid of a bill.")
        .by(Speaker.PERSON, "e4", "Bram Oyelaran", null)
        .mention("Bram Oyelaran")
        .after("“I am,”")
        .cue("said")
        .end()
        .quote(Quote.INDIRECT, "lit piers halve the number of accidents")
        .by(Speaker.DOCUMENT, null, null, "a report by the Almory Institute")
        .mention("A report")
        .cue("found")
        .end()
        .quote(
            Quote.DIRECT, "My father used to say, ‘Trust the lamp, not the map,’ and he was right.")
        .by(Speaker.PERSON, "e4", "Bram Oyelaran", null)
        .after("Oyelaran recalled")
        .mention("Oyelaran")
        .cue("recalled")
        .end()
        .quote(Quote.DIRECT, "Trust the lamp, not the map,")
        .by(Speaker.UNNAMED, null, null, "his father")
        .within(5)
        .cue("say")
        .end()
        .quote(Quote.DIRECT, "Somebody will have to pay for it,")
        .confidence(0.3)
        .candidate(SPEAKER, 0.3)
        .candidate("Bram Oyelaran", 0.25)
        .end()
        .quote(Quote.INDIRECT, "they had not been asked")
        .by(Speaker.GROUP, null, null, null)
        .mention("Residents")
        .after("Residents")
        .cue("said")
        .end()
        .after("Light the pier, and")
        .quote(Quote.DIRECT, "No more.")
        .by(Speaker.PERSON, "e3", SPEAKER, null)
        .mention(SPEAKER)
        .sameAs(1)
        .end()
        .after("The council")
        .quote(Quote.INDIRECT, "to light the pier all winter")
        .by(Speaker.ORGANIZATION, null, null, "the council")
        .mention("The council")
        .cue("voted")
        .endAsAttitude()
        .after("Oyelaran declined")
        .quote(Quote.INDIRECT, "to name a price")
        .by(Speaker.PERSON, "e4", "Bram Oyelaran", null)
        .mention("Oyelaran")
        .via("the Almory Post")
        .cue("declined")
        .endAsAttitude()
        .quote(Quote.INDIRECT, "a vote")
        .by(Speaker.PERSON, "e7", "Iva Sund", "mayor")
        .mention("Iva Sund")
        .cue("favor")
        .confidence(0.4)
        .candidate("Bram Oyelaran", 0.3)
        .endAsAttitude()
        .done();
  }

  private static String line(String opening) {
    int start = TEXT.indexOf(opening);
    return TEXT.substring(start, TEXT.indexOf('\n', start));
  }
}
