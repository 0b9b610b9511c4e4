package onrecord.service;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what the stores of a process take outside of the heap: one cache for all of them, in which
 * blocks, indexes, filters and what isn't written yet are counted. Left to itself each store has a
 * cache of 50 MB and write buffers of up to 48 MB, and keeps its indexes and filters without bound.
 * Kafka Streams makes one for every store, by its name in the properties; all share what is static.
 */
public final class StoreMemory implements RocksDBConfigSetter {
  /** For all stores of the process. */
  public static final long BYTES = 128L << 20;

  private static final long UNWRITTEN_BYTES = BYTES / 2;
  private static final long WRITE_BUFFER_BYTES = 8L << 20;

  /** Of the cache, for indexes and filters before all else. */
  private static final double INDEX_SHARE = 0.2;

  // A bound that is strict would make reads fail instead of letting it be passed for a moment.
  private static final Cache CACHE = new LRUCache(BYTES, -1, false, INDEX_SHARE);
  private static final WriteBufferManager UNWRITTEN =
      new WriteBufferManager(UNWRITTEN_BYTES, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(UNWRITTEN);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
  }

  /** Nothing: what the stores share outlives each of them. */
  @Override
  public void close(String store, Options options) {}
}
