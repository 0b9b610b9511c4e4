package onrecord.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
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
  void aDatabaseOfTheFirstVersionKeepsItsArticlesAsTheirHistory() throws SQLException {
    Postgres postgres = Postgres.empty();
    Flyway.configure()
        .dataSource(postgres.source())
        .locations("classpath:onrecord/sink/migrations")
        .target("1")
        .load()
        .migrate();
    postgres.run(
        "insert into article (id, version, content_hash, pub_status, ingested_at, text, body_start,"
            + " blocks, engine_name, engine_version, degraded)"
            + " values ('a', 7, 'aa', 'usable', now(), 'Go.', 0, '[]', 'onrecord', '1', '{}')");

    Migrations.migrate(postgres.source());

    assertEquals(
        "a|7|aa|null|null|usable|[]",
        postgres.one(
            "select article_id, version, content_hash, verdict, latest, pub_status, changes"
                + " from revision"));
  }

  @Test
  void aDatabaseThatCannotHoldEveryLetterIsRefused() throws SQLException {
    Postgres postgres = Postgres.encoded("sql_ascii");

    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> Migrations.migrate(postgres.source()));
    assertTrue(refusal.getMessage().contains("SQL_ASCII"), refusal.getMessage());
  }
}
