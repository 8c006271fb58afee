/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.evm.BlockDecoder;
import io.ballast.producers.evm.JoinedPool;
import io.ballast.producers.follow.RecentChain.Link;
import io.ballast.producers.rpc.CrossChecked;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.EthBlock;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.waiting.Pause;
import io.ballast.schema.ChainJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a chain: final blocks by ranges, those above one by one, and back where the chain goes back. What comes of it is
 * what a replay of the same blocks in the same order gives.
 *
 * <p>All that it needs to go on stands in the journal, which is written in the same transactions as the records: started
 * again, it is given the journal first, and its place and state are those of the last commit. Mutable, single-threaded.
 */
public final class ChainFollower {

    private static final Logger log = LoggerFactory.getLogger(ChainFollower.class);

    /** Without any logs in so many blocks the journal gets a mark, lest they be read again after a restart. */
    private static final long BLOCKS_PER_MARK = 10_000;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /** The endpoint may have stopped: the next one is asked. */
    private static final Duration PATIENCE_WITH_HEAD = Duration.ofSeconds(60);

    private final FollowOptions options;
    private final Endpoints endpoints;
    private final Consumer<FollowProgress> listener;
    private final HeadLatency latency;
    private final Pause pause;
    private final EthNode node;
    private final FollowCounts counts = new FollowCounts();
    private final RecentChain chain = new RecentChain();
    private final WatchList watch;
    private final BlockDecoder decoder;
    private final ChainFeed feed;
    private final Resumption resumption;
    private final TokenLookup tokens;
    private final FinalBlock finalBlock;
    private final Retraction retraction;
    private final Backfill backfill;
    private final HeadFollower head;

    private long journaled;
    private Duration waited = Duration.ZERO;

    /**
     * @param producerId  names the producer for good
     * @param sink  where the records go; closed by the caller
     * @param listener  hears how far it is, after each step
     * @param latency  told of heads and commits
     * @param pause  how to wait; false from it ends the run
     */
    public ChainFollower(
            FollowOptions options,
            String producerId,
            Endpoints endpoints,
            RecordSink sink,
            Consumer<FollowProgress> listener,
            HeadLatency latency,
            Pause pause) {
        this.options = options;
        this.endpoints = endpoints;
        this.listener = listener;
        this.latency = latency;
        this.pause = pause;
        this.node = node(endpoints);
        this.watch =
                options.everything() ? WatchList.everything() : WatchList.of(options.catalogue(), options.factories());
        this.decoder = new BlockDecoder(options.catalogue());
        this.feed = new ChainFeed(producerId, options.catalogue().chainId(), decoder, sink, counts);
        this.resumption = new Resumption(watch, chain, feed);
        this.tokens = new TokenLookup(node, options.catalogue());
        this.finalBlock = new FinalBlock(options.finality(), node, endpoints);
        this.retraction = new Retraction(node, chain, feed, counts);
        LogSource logs = new LogSource(node, watch);
        this.backfill = new Backfill(node, logs, options.maxRange());
        this.head = new HeadFollower(node, logs, chain, retraction);
        this.journaled = options.startBlock() - 1;
    }

    private EthNode node(Rpc asked) {
        return new EthNode(options.crossCheck() ? new CrossChecked(endpoints, asked) : asked);
    }

    /** An entry of the journal of an earlier run; all of them in order, before {@link #run()}. */
    public void resume(ChainJournal entry) {
        resumption.accept(entry);
        journaled = entry.getBlockNumber();
    }

    /**
     * Follows until it is told to stop, or the last block wanted is read.
     *
     * @throws FollowException if it cannot go on
     * @throws RpcException if the node will not do what is needed: no such method, wrong chain
     */
    public void run() {
        boolean prepared = false;
        boolean goesOn = true;
        while (goesOn) {
            try {
                if (!prepared) {
                    decoder.learn(tokens.ofListedPools());
                    prepared = true;
                }
                goesOn = step();
            } catch (RpcException failed) {
                goesOn = recovered(failed);
            }
        }
        feed.flush();
    }

    private boolean recovered(RpcException failed) {
        feed.flush();
        switch (failed.kind()) {
            case STOPPED -> {
                return false;
            }
            case REFUSED, WRONG_CHAIN -> throw failed;
            case UNREACHABLE, TIMEOUT, RATE_LIMITED, TOO_MUCH, UNAVAILABLE, MALFORMED -> {
                log.warn("{}: asked again in {} ms", failed.getMessage(), PAUSE_AFTER_FAILURE.toMillis());
                endpoints.reject(failed);
                return pause.of(PAUSE_AFTER_FAILURE);
            }
        }
        throw new IllegalStateException("no such kind: " + failed.kind());
    }

    private long next() {
        return chain.newest().map(Link::number).map(number -> number + 1).orElse(options.startBlock());
    }

    /** False when there is no more to do. */
    private boolean step() {
        EthBlock latest = node.latest();
        latency.known(latest.number());
        Optional<Long> finalNumber = finalBlock.number(latest);
        long next = next();
        if (mustJoin()) {
            return finalNumber.filter(number -> number >= next - 1).isPresent()
                    ? join(next - 1, finalNumber)
                    : waited();
        }
        boolean advanced = finalNumber.filter(number -> number >= next).isPresent()
                ? fill(next, finalNumber.get())
                : follow(next, latest, finalNumber);
        feed.flush();
        if (journaled == next) {
            latency.committed(next);
        }
        listener.accept(new FollowProgress(
                chain.newest().map(Link::number), latest.number(), finalNumber, counts, endpoints.counts()));
        if (options.stopBlock().isPresent() && next() > options.stopBlock().getAsLong()) {
            return false;
        }
        return advanced ? pause.of(Duration.ZERO) : waited();
    }

    private boolean mustJoin() {
        return options.join().isPresent() && chain.newest().isEmpty();
    }

    /** All is read before any of it is written, so that no transaction waits for a node. */
    private boolean join(long number, Optional<Long> finalNumber) {
        EthBlock end = node.block(number)
                .orElseThrow(() -> new RpcException(
                        RpcException.Kind.UNAVAILABLE, "the node does not have block " + number + ", which is final"));
        List<JoinedPool> joined = new PoolJoining(options, node, node(endpoints.whereThere())).at(number);
        ChainBlock block = new ChainBlock(number, end.hash(), Instant.ofEpochSecond(end.timestampS()), List.of());
        feed.join(block, joined, finalNumber);
        feed.flush();
        chain.add(block);
        journaled = number;
        log.info("Joined {} pools as they were at the end of block {}", joined.size(), number);
        return pause.of(Duration.ZERO);
    }

    private boolean waited() {
        waited = waited.plus(options.pollInterval());
        if (waited.compareTo(PATIENCE_WITH_HEAD) > 0) {
            waited = Duration.ZERO;
            endpoints.turn();
        }
        return pause.of(options.pollInterval());
    }

    /** A range of final blocks. What we have may be of a branch that died while nobody looked. */
    private boolean fill(long next, long finalNumber) {
        retraction.toCommonAncestor();
        if (next() != next) {
            return true;
        }
        long last = Math.min(finalNumber, options.stopBlock().orElse(Long.MAX_VALUE));
        Backfill.Range range = backfill.next(next, last);
        range.blocks().forEach(block -> decoder.learn(tokens.ofPoolsCreatedIn(block)));
        Optional<Long> known = Optional.of(finalNumber);
        range.blocks().forEach(block -> deliver(block, known));
        chain.add(range.end());
        chain.finalUpTo(finalNumber);
        if (range.end().number() - journaled >= BLOCKS_PER_MARK) {
            feed.mark(range.end(), known);
            journaled = range.end().number();
        }
        return true;
    }

    private boolean follow(long next, EthBlock latest, Optional<Long> finalNumber) {
        Optional<ChainBlock> block = head.next(next, latest);
        block.ifPresent(found -> {
            decoder.learn(tokens.ofPoolsCreatedIn(found));
            deliver(found, finalNumber);
            finalNumber.ifPresent(chain::finalUpTo);
            waited = Duration.ZERO;
        });
        return block.isPresent() || next() != next;
    }

    private void deliver(ChainBlock block, Optional<Long> finalNumber) {
        feed.deliver(block, finalNumber);
        chain.add(block);
        if (!block.logs().isEmpty()) {
            journaled = block.number();
        }
    }
}
