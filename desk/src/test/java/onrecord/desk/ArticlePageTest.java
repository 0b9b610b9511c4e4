package onrecord.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onrecord.events.Article;
import onrecord.events.Block;
import onrecord.events.EnrichedArticle;
import onrecord.events.Entity;
import onrecord.events.Quote;
import onrecord.events.Speaker;
import org.junit.jupiter.api.Test;

class ArticlePageTest {
  private static final Layout LAYOUT = new Layout(new Assets());

  @Test
  void theArticlesTextIsAllThereAndNothingElse() {
    String page = page(Invented.lamps());
    String article =
        part(page, "<article", "<footer class=\"origin\"")
            .replaceAll("<p class=\"kicker\">.*?</p>", "")
            .replaceAll("<p class=\"what\">.*?</p>", "")
            .replaceAll("<ul class=\"notes\".*?</ul>", "")
            .replaceAll("<section class=\"attitudes\".*?</section>", "")
            .replaceAll("<a class=\"reference.*?</a>", "");

    assertEquals(bare(Invented.lamps().text()), bare(unescaped(article.replaceAll("<[^>]*>", ""))));
  }

  @Test
  void markupInAHeadlineIsShownAsText() {
    assertTrue(page(Invented.lamps()).contains("&lt;old&gt; pier &amp; keep it lit"));
  }

  @Test
  void aQuoteIsTiedToItsCueItsSpeakerItsNoteAndItsCard() {
    List<String> tied = classesTiedTo("q2", page(Invented.lamps()));

    assertEquals(
        List.of(
            "quote direct",
            "speaker",
            "cue",
            "quote direct",
            "reference step direct",
            "note direct",
            "voice",
            "direct"),
        tied);
  }

  @Test
  void aQuoteIsDescribedByItsNote() {
    String page = page(Invented.lamps());

    assertTrue(page.contains("aria-describedby=\"note-2\""));
    assertTrue(
        part(page, "id=\"note-2\"", "</li>").replaceAll("<[^>]*>", " ").contains("Orla Penhallow"));
  }

  @Test
  void aQuoteOverTwoParagraphsIsMarkedInBoth() {
    assertEquals(
        2,
        classesTiedTo("q3", page(Invented.lamps())).stream()
            .filter("quote direct"::equals)
            .count());
  }

  @Test
  void aQuoteInsideAnotherIsMarkedInsideIt() {
    String outer = part(page(Invented.lamps()), "My father used to", "and he was right.");

    assertTrue(outer.contains("<mark class=\"quote direct\" data-tie=\"q7\""), outer);
  }

  @Test
  void aNumberStandsBehindTheMarksThatCloseItsQuote() {
    assertTrue(
        page(Invented.lamps()).contains("a promise kept.</span></mark>”<a class=\"reference"));
  }

  @Test
  void aSpeakerNobodyFoundIsCalledUnknownAndTheCandidatesAreNamed() {
    String note = part(page(Invented.lamps()), "id=\"note-8\"", "</li>").replaceAll("<[^>]*>", "");

    assertTrue(note.contains("Unknown speaker"), note);
    assertTrue(note.contains("it may be Orla Penhallow (30%) or Bram Oyelaran (25%)"), note);
    assertFalse(note.contains("sure"), note);
  }

  @Test
  void aRepeatedQuoteSaysWhoseWordsItRepeats() {
    assertTrue(
        part(page(Invented.lamps()), "id=\"note-10\"", "</li>")
            .contains("the words of quote <a href=\"#note-2\">2</a>"));
  }

  @Test
  void aSpeakersNameCantBreakOutOfTheAddressOrThePage() {
    String page =
        page(
            new Draft("a", "\"Go\"")
                .quote(Quote.DIRECT, "Go")
                .by(Speaker.PERSON, null, "<b>\"x\"/../y", null)
                .end()
                .done());

    assertTrue(
        page.contains(
            "href=\"/speakers/%3Cb%3E%22x%22%2F..%2Fy\">&lt;b&gt;&quot;x&quot;/../y</a>"));
  }

  @Test
  void aKindOfQuoteItDoesntKnowIsShownAndStyledAsOther() {
    String page = page(new Draft("a", "Go").quote("sung\" x=\"", "Go").end().done());

    assertTrue(page.contains("<mark class=\"quote other\""));
    assertTrue(page.contains("sung&quot; x=&quot;"));
  }

  @Test
  void anAddressThatCouldRunIsNoLink() {
    assertFalse(
        page(new Draft("a", "Go").url("javascript:alert(1)").done()).contains("javascript:"));
  }

  @Test
  void aLanguageThatIsNoneIsLeftOut() {
    assertTrue(page(new Draft("a", "Go").language("\"><x>").done()).contains("<article><header>"));
  }

  @Test
  void anArticleThatWasReadInPartSaysSo() {
    assertTrue(
        page(new Draft("a", "Go").degraded("too <long>").done()).contains("too &lt;long&gt;"));
  }

  @Test
  void anArticleWithoutFindingsIsItsText() {
    String page = page(new Draft("a", "One.\nTwo.").done());

    assertTrue(page.contains("<p dir=\"auto\">One.</p>"));
    assertTrue(page.contains("<p dir=\"auto\">Two.</p>"));
    assertFalse(page.contains("<aside"));
  }

  @Test
  void anEmptyArticleHasAPage() {
    assertTrue(
        page(new Draft("a", "").pubStatus(Article.USABLE).done()).contains("Without a headline"));
  }

  @Test
  void everyKindOfBlockHasItsStyle() {
    String page = page(Invented.lamps());

    for (String kind :
        List.of(
            Block.BYLINE,
            Block.PARAGRAPH,
            Block.EMBEDDED_POST,
            Block.CAPTION,
            Block.CREDIT,
            Block.PROMOTION,
            Block.LABEL)) {
      assertTrue(page.contains("class=\"block " + kind + "\""), kind);
    }
  }

  @Test
  void namesStandByTypeTheMostSalientFirst() {
    EnrichedArticle article =
        new Draft("a", "Ada Ben Cora")
            .entity(Entity.LOCATION, "Cora", 0.9, null, "Cora")
            .entity(Entity.PERSON, "Ada", 0.1, null, "Ada")
            .entity(Entity.PERSON, "Ben", 0.7, null, "Ben")
            .done();
    String cast = part(page(article), "<aside", "</aside>").replaceAll("<[^>]*>", " ");

    assertTrue(cast.matches("(?s).*People .*Ben .*Ada .*Places .*Cora .*"), cast);
  }

  @Test
  void attitudesStandBelowTheTextWithWhoseTheyAre() {
    String section = part(page(Invented.lamps()), "<section class=\"attitudes\"", "</section>");

    assertEquals(
        List.of(
            "The council · voted · to light the pier all winter",
            "Bram Oyelaran · declined · to name a price · through “the Almory Post”",
            "Iva Sund · favor · a vote · 40% sure · A close call: it may be Bram Oyelaran (30%)"),
        Pattern.compile("<li>(.*?)</li>")
            .matcher(section)
            .results()
            .map(match -> match.group(1).replaceAll("<[^>]*>", ""))
            .toList());
  }

  @Test
  void whoseAttitudeItIsLeadsToASpeakersPageOnlyIfTheArticleQuotesThem() {
    String section = part(page(Invented.lamps()), "<section class=\"attitudes\"", "</section>");

    assertTrue(
        section.contains("<a href=\"/speakers/Bram%20Oyelaran\">Bram Oyelaran</a>"), section);
    assertTrue(section.contains("<a href=\"/?q=%22Iva%20Sund%22\">Iva Sund</a>"), section);
  }

  @Test
  void anAttitudeIsNotMarkedInTheText() {
    EnrichedArticle article =
        new Draft("a", "Ada Poe refused to go.")
            .quote(Quote.INDIRECT, "to go")
            .mention("Ada Poe")
            .cue("refused")
            .endAsAttitude()
            .done();

    assertTrue(page(article).contains("<p dir=\"auto\">Ada Poe refused to go.</p>"));
    assertTrue(page(article).contains("<span class=\"unknown\">Unknown</span>"));
  }

  @Test
  void anArticleWithoutAttitudesHasNoSectionOfThem() {
    assertFalse(page(new Draft("a", "Go.").done()).contains("attitudes"));
  }

  @Test
  void noIdIsGivenTwice() {
    List<String> ids =
        Pattern.compile(" id=\"([^\"]*)\"")
            .matcher(page(Invented.lamps()))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertEquals(ids.stream().distinct().toList(), ids);
  }

  private static String page(EnrichedArticle article) {
    return ArticlePage.render(LAYOUT, new Dossier(article, List.of(), null, List.of()));
  }

  private static List<String> classesTiedTo(String word, String page) {
    return Pattern.compile("<[a-z]+ [^>]*>")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .filter(tag -> attribute(tag, "data-tie").matches("(.* )?" + word + "( .*)?"))
        .map(tag -> attribute(tag, "class"))
        .toList();
  }

  private static String attribute(String tag, String name) {
    int at = tag.indexOf(" " + name + "=\"");
    if (at < 0) {
      return "";
    }
    int start = at + name.length() + 3;
    return tag.substring(start, tag.indexOf('"', start));
  }

  private static String part(String page, String from, String to) {
    int start = page.indexOf(from);
    return page.substring(start, page.indexOf(to, start));
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }
}
