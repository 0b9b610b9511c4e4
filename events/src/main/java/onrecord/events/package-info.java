/**
 * The contract: the events, the topics they travel on, and their bytes. Nothing else.
 *
 * <p>Events are records that cannot be wrong: a constructor refuses what must not travel, with a
 * message that names the field. Fields that hold one of a set of words ({@code kind}, {@code type},
 * {@code pubStatus}) are strings with constants beside them and not enums, so that a reader built
 * today passes a word of tomorrow through. Offsets are UTF-16 code units into {@link
 * onrecord.events.EnrichedArticle#text()}, end exclusive.
 */
package onrecord.events;
