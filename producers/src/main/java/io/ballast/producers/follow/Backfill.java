/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.rpc.EthBlock;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.RpcException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fetches final blocks range by range, each as large as nodes let it be. Mutable, single-threaded. */
final class Backfill {

    /**
     * A range that was read.
     *
     * @param blocks  those that have watched logs, in order
     * @param end  its last block, without logs
     */
    record Range(List<ChainBlock> blocks, ChainBlock end) {}

    private final EthNode node;
    private final LogSource logs;
    private final RangeSize size;

    Backfill(EthNode node, LogSource logs, long maxRange) {
        this.node = node;
        this.logs = logs;
        this.size = new RangeSize(maxRange);
    }

    /**
     * The next range.
     *
     * @param from  its first block
     * @param to  the last that it may have; final
     * @throws RpcException if a single block cannot be had
     */
    Range next(long from, long to) {
        try {
            return size.ask(blocks -> fetch(from, Math.min(to, from + blocks - 1)));
        } catch (RpcException failed) {
            if (RangeSize.isTooMuch(failed)) {
                return single(from);
            }
            throw failed;
        }
    }

    private Range fetch(long from, long last) {
        List<ChainBlock> blocks = logs.range(from, last);
        EthBlock end = header(last);
        if (!blocks.isEmpty()) {
            requireOfTheChain(blocks.get(blocks.size() - 1), end);
        }
        return new Range(blocks, ended(end));
    }

    /** Logs of blocks that are not in the chain are a sign of an endpoint that is several nodes, or lies. */
    private void requireOfTheChain(ChainBlock block, EthBlock end) {
        String hash = block.number() == end.number()
                ? end.hash()
                : header(block.number()).hash();
        if (!hash.equals(block.hash())) {
            throw new RpcException(
                    RpcException.Kind.MALFORMED,
                    "the node gives logs of block " + block.number() + " " + block.hash() + ", and has " + hash
                            + " at that number");
        }
    }

    /** By hash, as at the head: such an answer cannot be made smaller. */
    private Range single(long number) {
        EthBlock header = header(number);
        List<ChainBlock> blocks = new ArrayList<>();
        ChainBlock block = logs.block(header);
        if (!block.logs().isEmpty()) {
            blocks.add(block);
        }
        return new Range(blocks, ended(header));
    }

    private EthBlock header(long number) {
        return node.block(number)
                .orElseThrow(() -> new RpcException(
                        RpcException.Kind.UNAVAILABLE, "the node does not have block " + number + ", which is final"));
    }

    private static ChainBlock ended(EthBlock header) {
        return new ChainBlock(header.number(), header.hash(), Instant.ofEpochSecond(header.timestampS()), List.of());
    }
}
