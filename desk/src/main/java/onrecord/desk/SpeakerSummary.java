package onrecord.desk;

import java.time.Instant;

/**
 * Everything said under one name. A name, not an identity: two people may share it.
 *
 * @param name the form of the name that most quotes give
 * @param kind see {@code Speaker.kind}; the one that most quotes give
 * @param quotes how many; what is quoted in several places counts once
 * @param articles in how many articles
 * @param oldest the time of the first article, see {@link ArticleSummary#shownAt}
 * @param newest the time of the last one
 */
record SpeakerSummary(
    String name, String kind, int quotes, int articles, Instant oldest, Instant newest) {}
