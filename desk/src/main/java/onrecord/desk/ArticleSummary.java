package onrecord.desk;

import java.time.Instant;
import java.util.List;

/**
 * An article as a list shows it.
 *
 * @param id see {@code Article.id}
 * @param source the outlet, or null
 * @param headline or null
 * @param url or null
 * @param publishedAt or null
 * @param shownAt when it was published, or came in where that isn't known: the order of the list
 * @param quotes how many; words that the article repeats count once
 * @param entities how many people, organisations, places and other named things
 * @param alsoIn how many other outlets have the same story
 * @param speakers who is quoted by name, in the order of the article
 * @param excerpt its opening, or where a search found it
 */
record ArticleSummary(
    String id,
    String source,
    String headline,
    String url,
    Instant publishedAt,
    Instant shownAt,
    int quotes,
    int entities,
    int alsoIn,
    List<String> speakers,
    Excerpt excerpt) {}
