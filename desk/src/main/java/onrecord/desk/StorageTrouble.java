package onrecord.desk;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What can be the matter with the storage. */
enum StorageTrouble {
  AWAY("The storage doesn't answer. The desk tries again by itself."),
  EMPTY("The storage has no tables yet. The sink makes them when it starts."),
  SLOW("The storage took too long for this. Ask for less, or later."),
  UNEXPECTED("The storage refuses what the desk asks.");

  private final String sentence;

  StorageTrouble(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  static StorageTrouble of(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals("57014")) {
      return SLOW;
    }
    if (state.equals("42P01")) {
      return EMPTY;
    }
    // Connections, resources, and a server going down or coming up.
    boolean away =
        e instanceof SQLTransientConnectionException
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P");
    return away ? AWAY : UNEXPECTED;
  }
}
