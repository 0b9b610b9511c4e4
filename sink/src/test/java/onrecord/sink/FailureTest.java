package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {
  @ParameterizedTest
  @CsvSource({
    "22021, DATA", // a NUL
    "22008, DATA", // a time out of range
    "23505, DATA", // a key twice
    "54000, DATA", // an index entry too large
    "08006, OUTAGE", // the connection broke
    "57P01, OUTAGE", // the server shuts down
    "57014, OUTAGE", // the statement timeout
    "55P03, OUTAGE", // the lock timeout
    "53100, OUTAGE", // the disk is full
    "40001, OUTAGE", // a serialization failure
    "40P01, OUTAGE", // a deadlock
    "25006, OUTAGE", // a standby
    "28P01, OUTAGE", // a password changed while running
    "XX000, OUTAGE",
    "42P01, BUG", // no such table
    "42501, BUG", // no right to it
    "21000, BUG", // a key twice in one statement
    "odd, OUTAGE"
  })
  void theSqlStateDecides(String state, Failure failure) {
    assertEquals(failure, Failure.of(new SQLException("", state)));
  }

  @Test
  void aFailureWithoutAStateIsAnOutage() {
    assertEquals(Failure.OUTAGE, Failure.of(new SQLException()));
  }
}
