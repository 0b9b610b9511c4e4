package onrecord.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StoreMemoryTest {
  private static final String CAPACITY = "rocksdb.block-cache-capacity";
  private static final String USAGE = "rocksdb.block-cache-usage";

  @TempDir private Path directory;

  @Test
  void whatOneStoreHasNotWrittenYetCountsInTheCacheOfAll() throws RocksDBException {
    try (Options options = options();
        Options others = options();
        RocksDB store = RocksDB.open(options, directory.resolve("one").toString());
        RocksDB other = RocksDB.open(others, directory.resolve("two").toString())) {
      long before = other.getLongProperty(USAGE);

      for (int i = 0; i < 4; i++) {
        store.put(ByteBuffer.allocate(4).putInt(i).array(), new byte[1 << 20]);
      }

      assertEquals(StoreMemory.BYTES, store.getLongProperty(CAPACITY));
      assertEquals(store.getLongProperty(USAGE), other.getLongProperty(USAGE));
      assertTrue(other.getLongProperty(USAGE) >= before + (4 << 20));
    }
  }

  private static Options options() {
    Options options =
        new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
    new StoreMemory().setConfig("a-store", options, Map.of());
    return options;
  }
}
