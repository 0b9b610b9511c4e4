package onrecord.local.command;

import onrecord.events.Quote;
import onrecord.events.Speaker;

/** Who said it, in a few words. */
final class SpeakerLabel {
  private SpeakerLabel() {}

  /** Name and role, whichever there is; else the article's word for who it is. */
  static String of(Quote quote) {
    Speaker speaker = quote.speaker();
    if (speaker == null) {
      return "unknown";
    }
    if (speaker.name() == null) {
      boolean called = quote.mention() != null && !speaker.kind().equals(Speaker.UNNAMED);
      return speaker.role() != null ? speaker.role() : called ? quote.mention().exact() : "unnamed";
    }
    return speaker.role() == null ? speaker.name() : speaker.name() + " (" + speaker.role() + ")";
  }
}
