package onrecord.local.command;

import onrecord.events.Speaker;

/** Who said it, in a few words. */
final class SpeakerLabel {
  private SpeakerLabel() {}

  /** Name and role, whichever there is. */
  static String of(Speaker speaker) {
    if (speaker == null) {
      return "unknown";
    }
    if (speaker.name() == null) {
      return speaker.role() == null ? "unnamed" : speaker.role();
    }
    return speaker.role() == null ? speaker.name() : speaker.name() + " (" + speaker.role() + ")";
  }
}
