package onrecord.local.command;

import onrecord.events.Topic;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a record stands on {@link Topic#REJECTED}. */
record RejectPlace(int partition, long offset) {
  /** PARTITION:OFFSET, as the commands take it. */
  @Override
  public String toString() {
    return partition + ":" + offset;
  }

  /** Reads what was typed. */
  static final class Converter implements ITypeConverter<RejectPlace> {
    @Override
    public RejectPlace convert(String typed) {
      if (!typed.matches("[0-9]{1,9}:[0-9]{1,18}")) {
        throw new TypeConversionException("'" + typed + "' is no place: write PARTITION:OFFSET");
      }
      int colon = typed.indexOf(':');
      return new RejectPlace(
          Integer.parseInt(typed.substring(0, colon)), Long.parseLong(typed.substring(colon + 1)));
    }
  }
}
