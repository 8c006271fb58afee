/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.follow.ChainBlock.WatchedLog;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.rpc.EthBlock;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.LogQuery;
import io.ballast.producers.rpc.RpcException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fetches the watched logs of blocks and checks what can be checked of them. */
final class LogSource {

    private final EthNode node;
    private final WatchList watch;
    private final NodeLogs reader = new NodeLogs();

    LogSource(EthNode node, WatchList watch) {
        this.node = node;
        this.watch = watch;
    }

    /**
     * The logs of one block, by its hash. All are fetched, so that a pool created in it has its first logs, too.
     *
     * @throws RpcException if the node does not have them
     */
    ChainBlock block(EthBlock header) {
        List<WatchedLog> all =
                node.logsOf(header.hash()).stream().map(reader::ofNode).toList();
        if (all.isEmpty() && header.hasLogs()) {
            throw malformed("gives no logs of block " + header.number() + " " + header.hash()
                    + ", whose filter says that it has some");
        }
        all.forEach(log -> requireOf(header, log.log()));
        return block(header, all);
    }

    private ChainBlock block(EthBlock header, List<WatchedLog> logs) {
        watch.learn(logs.stream().map(WatchedLog::log).toList());
        Map<Integer, WatchedLog> wanted = new TreeMap<>();
        logs.stream().filter(log -> watch.wants(log.log())).forEach(log -> put(wanted, log));
        return new ChainBlock(
                header.number(),
                header.hash(),
                Instant.ofEpochSecond(header.timestampS()),
                List.copyOf(wanted.values()));
    }

    private static void put(Map<Integer, WatchedLog> logs, WatchedLog log) {
        WatchedLog before = logs.put(log.log().logIndex(), log);
        if (before != null && !before.log().equals(log.log())) {
            throw malformed("gives two logs of index " + log.log().logIndex() + " in block "
                    + log.log().blockHash());
        }
    }

    private static void requireOf(EthBlock header, EvmLog log) {
        if (!log.blockHash().equals(header.hash()) || log.blockNumber() != header.number()) {
            throw malformed("gives a log of block " + log.blockNumber() + " " + log.blockHash() + " as one of "
                    + header.number() + " " + header.hash());
        }
    }

    /** The blocks of a range that have watched logs, in order. */
    List<ChainBlock> range(long from, long to) {
        Map<Long, Map<Integer, WatchedLog>> blocks = new TreeMap<>();
        collect(watch.queries(), from, to, blocks);
        List<PoolListing> added = watch.learn(logs(blocks));
        while (!added.isEmpty()) {
            collect(watch.queries(added), from, to, blocks);
            added = watch.learn(logs(blocks));
        }
        List<ChainBlock> complete = new ArrayList<>();
        blocks.values().forEach(logs -> complete.add(complete(List.copyOf(logs.values()))));
        return complete;
    }

    private static Collection<EvmLog> logs(Map<Long, Map<Integer, WatchedLog>> blocks) {
        return blocks.values().stream()
                .flatMap(block -> block.values().stream())
                .map(WatchedLog::log)
                .toList();
    }

    private void collect(List<LogQuery> queries, long from, long to, Map<Long, Map<Integer, WatchedLog>> blocks) {
        for (LogQuery query : queries) {
            for (JsonNode json : node.logs(from, to, query)) {
                WatchedLog log = reader.ofNode(json);
                long number = log.log().blockNumber();
                if (number < from || number > to) {
                    throw malformed("asked for logs of blocks " + from + " to " + to + ", gives one of " + number);
                }
                if (watch.wants(log.log())) {
                    put(blocks.computeIfAbsent(number, same -> new TreeMap<>()), log);
                }
            }
        }
    }

    /** With its time, which all nodes say in the header and only newer ones in the logs. */
    private ChainBlock complete(List<WatchedLog> logs) {
        EvmLog first = logs.get(0).log();
        for (WatchedLog log : logs) {
            if (!log.log().blockHash().equals(first.blockHash())) {
                throw malformed("gives logs of two blocks of number " + first.blockNumber());
            }
        }
        Instant time = first.blockTimestampS().isPresent()
                ? Instant.ofEpochSecond(first.blockTimestampS().getAsLong())
                : timeOf(first);
        return new ChainBlock(first.blockNumber(), first.blockHash(), time, logs);
    }

    private Instant timeOf(EvmLog log) {
        return Instant.ofEpochSecond(node.blockByHash(log.blockHash())
                .orElseThrow(() -> new RpcException(
                        RpcException.Kind.UNAVAILABLE,
                        "the node gives logs of block " + log.blockHash() + " and does not have that block"))
                .timestampS());
    }

    private static RpcException malformed(String what) {
        return new RpcException(RpcException.Kind.MALFORMED, "the node " + what);
    }
}
