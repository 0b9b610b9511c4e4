package onrecord.train.names;

import onrecord.enrich.names.Names;

/** The corpora's types as ours; types that aren't ours count as no name. */
final class NameTypes {
  private NameTypes() {}

  static int of(String type) {
    return switch (type) {
      case "PER" -> Names.PERSON;
      case "ORG" -> Names.ORGANIZATION;
      case "LOC" -> Names.LOCATION;
      case "MISC" -> Names.OTHER;
      default -> 0;
    };
  }
}
