/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Writes a chain's logs as the records that a producer would send. */
public final class Chain {

    public static final String ZERO = "0x0000000000000000000000000000000000000000";
    public static final int END_OF_BLOCK = Integer.MAX_VALUE;

    private static final long GENESIS_MS = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();
    private static final long BLOCK_MS = 12_000;

    private final List<TestRecord> records = new ArrayList<>();
    private String branch;
    private long block;
    private int logIndex;
    private int told;

    /** @param branch  one hexadecimal digit that tells this branch's block hashes from another's */
    public Chain(String branch, long firstBlock) {
        this.branch = branch;
        this.block = firstBlock;
    }

    public List<TestRecord> records() {
        return List.copyOf(records);
    }

    /** Those that came since it was asked last. */
    public List<TestRecord> newRecords() {
        List<TestRecord> fresh = List.copyOf(records.subList(told, records.size()));
        told = records.size();
        return fresh;
    }

    public int size() {
        return records.size();
    }

    public long block() {
        return block;
    }

    public void nextBlock() {
        skipTo(block + 1);
    }

    public void skipTo(long nextBlock) {
        block = nextBlock;
        logIndex = 0;
    }

    /** Goes on with blocks of another branch. */
    public void fork(String otherBranch) {
        nextBlock();
        branch = otherBranch;
    }

    public static Instant timeOf(long block) {
        return Instant.ofEpochMilli(GENESIS_MS + block * BLOCK_MS);
    }

    public String hash() {
        return "0x" + branch + String.format("%063x", block);
    }

    public static PoolToken token(String address, Integer decimals, String priceSource) {
        return PoolToken.newBuilder()
                .setAddress(address)
                .setDecimals(decimals)
                .setPriceSource(priceSource)
                .build();
    }

    public void define(String poolId, PoolKind kind, List<PoolToken> tokens, Integer tickSpacing) {
        define(poolId, kind, tokens, tickSpacing, definition -> {});
    }

    public void define(
            String poolId,
            PoolKind kind,
            List<PoolToken> tokens,
            Integer tickSpacing,
            Consumer<PoolDefinition.Builder> more) {
        String[] parts = poolId.split(":");
        PoolDefinition.Builder definition = PoolDefinition.newBuilder()
                .setPoolId(poolId)
                .setKind(kind)
                .setVenue(parts[0])
                .setChainId(Long.parseLong(parts[1]))
                .setAddress(parts[2])
                .setTokens(tokens)
                .setFeePips(3000)
                .setTickSpacing(tickSpacing)
                .setBlockNumber(block)
                .setBlockHash(hash())
                .setLogIndex(logIndex++)
                .setEventTime(timeOf(block));
        more.accept(definition);
        add(Topic.POOLS, poolId, definition.build());
    }

    public void tick(String poolId, PriceTickKind kind, Consumer<PriceTick.Builder> more) {
        PriceTick.Builder tick = PriceTick.newBuilder()
                .setInstrumentId(poolId)
                .setKind(kind)
                .setBlockNumber(block)
                .setBlockHash(hash())
                .setLogIndex(logIndex++)
                .setEventTime(timeOf(block));
        more.accept(tick);
        add(Topic.PRICE_TICKS, poolId, tick.build());
    }

    public void position(String poolId, PositionEventKind kind, Consumer<PositionEvent.Builder> more) {
        PositionEvent.Builder event = PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(kind)
                .setBlockNumber(block)
                .setBlockHash(hash())
                .setLogIndex(logIndex++)
                .setEventTime(timeOf(block));
        more.accept(event);
        add(Topic.POSITION_EVENTS, poolId, event.build());
    }

    public void pool(String poolId, PoolEventKind kind, Consumer<PoolEvent.Builder> more) {
        PoolEvent.Builder event = PoolEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(kind)
                .setBlockNumber(block)
                .setBlockHash(hash())
                .setLogIndex(logIndex++)
                .setEventTime(timeOf(block));
        more.accept(event);
        add(Topic.POOL_EVENTS, poolId, event.build());
    }

    public void snapshot(String poolId, String label) {
        pool(poolId, PoolEventKind.SNAPSHOT, event -> event.setLabel(label)
                .setBlockHash(null)
                .setLogIndex(END_OF_BLOCK));
    }

    private void add(Topic topic, String key, SpecificRecord value) {
        long timestampMs = timeOf(block).toEpochMilli() + Math.min(logIndex, 999);
        records.add(new TestRecord(topic, key, value, timestampMs, block));
    }
}
