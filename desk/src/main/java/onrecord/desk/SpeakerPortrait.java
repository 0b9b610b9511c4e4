package onrecord.desk;

import java.util.List;

/**
 * A speaker with what the articles say about the one who speaks.
 *
 * @param summary how much is quoted
 * @param roles in which things were said, the latest first
 * @param outlets that quote, the one that does so most first
 */
record SpeakerPortrait(SpeakerSummary summary, List<String> roles, List<String> outlets) {}
