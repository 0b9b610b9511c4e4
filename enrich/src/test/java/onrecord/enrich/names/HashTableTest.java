package onrecord.enrich.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HashTableTest {
  @Test
  void rowsKeepTheirNumbersWhileTheTableGrows() {
    HashTable table = new HashTable(3);
    for (int round = 0; round < 3; round++) {
      // Larger, then smaller: what an earlier text left must not be seen.
      int keys = round == 1 ? 50_000 : 700;
      for (int key = 1; key <= keys; key++) {
        table.add(table.row(key * 0x9e3779b1) + 2, key);
      }
      for (int key = 1; key <= keys; key++) {
        assertEquals(key, table.get(table.find(key * 0x9e3779b1) + 2));
      }
      assertEquals(-1, table.find((keys + 1) * 0x9e3779b1));
      table.clear();
      assertEquals(-1, table.find(0x9e3779b1));
    }
  }
}
