package onrecord.sink;

import java.sql.SQLException;

/** What a failed transaction means. */
enum Failure {
  /** A row can't be stored, now or later: a value out of range, a constraint, a size. */
  DATA,

  /** The program or its rights are wrong: waiting mends nothing. */
  BUG,

  /** The database is away, overloaded or in the middle of something: the same rows work later. */
  OUTAGE;

  /** Decides by the class of the SQLSTATE; what is unknown or unnamed counts as an outage. */
  static Failure of(SQLException exception) {
    String state = exception.getSQLState();
    if (state == null || state.length() != 5) {
      return OUTAGE;
    }
    return switch (state.substring(0, 2)) {
      // Data exception, integrity constraint violation, program limit exceeded.
      case "22", "23", "54" -> DATA;
      // Syntax error or access rule violation; cardinality violation.
      case "42", "21" -> BUG;
      default -> OUTAGE;
    };
  }
}
