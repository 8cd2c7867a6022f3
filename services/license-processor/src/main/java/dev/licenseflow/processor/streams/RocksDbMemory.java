package dev.licenseflow.processor.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory that all stores of the process take together outside the heap. Without it every partition and every
 * span of remembered decisions would have a cache and write buffers of its own.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 192L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 96L * 1024 * 1024;

    /**
     * What a store of a partition has in memory only. Kafka Streams writes no log ahead of it, so after a kill this much is
     * restored from the changelog; larger ones write less often.
     */
    private static final long MEMTABLE_BYTES = 2L * 1024 * 1024;

    private static final int BLOOM_BITS_PER_KEY = 10;

    private static final Cache CACHE;
    private static final WriteBufferManager WRITE_BUFFERS;

    static {
        RocksDB.loadLibrary();
        CACHE = new LRUCache(CACHE_BYTES);
        WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        // Most ids are new: a filter answers without reading a block.
        table.setFilterPolicy(new BloomFilter(BLOOM_BITS_PER_KEY));
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(MEMTABLE_BYTES);
    }

    /** The cache and the write buffers are the process's, not a store's. */
    @Override
    public void close(String storeName, Options options) {}
}
