package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  @Test
  void anEmptyDatabaseGetsTheTables() throws SQLException {
    Postgres postgres = Postgres.empty();

    Migrations.migrate(postgres.source());

    assertEquals("0", postgres.one("select count(*) from article"));
  }

  @Test
  void migratingTwiceKeepsTheRows() throws SQLException {
    Postgres postgres = Postgres.migrated();
    postgres.run("insert into consumed values ('sink', 'topic', 0, 5)");

    Migrations.migrate(postgres.source());

    assertEquals("5", postgres.one("select next_offset from consumed"));
  }

  @Test
  void aDatabaseThatCannotHoldEveryLetterIsRefused() throws SQLException {
    Postgres postgres = Postgres.encoded("sql_ascii");

    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> Migrations.migrate(postgres.source()));
    assertTrue(refusal.getMessage().contains("SQL_ASCII"), refusal.getMessage());
  }
}
