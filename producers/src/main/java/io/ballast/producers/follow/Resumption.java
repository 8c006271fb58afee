/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.follow.ChainBlock.WatchedLog;
import io.ballast.producers.follow.RecentChain.Link;
import io.ballast.schema.ChainJournal;
import io.ballast.schema.ChainJournalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a follower to where its journal ends, entry by entry, as if all had come from the chain. Mutable. */
final class Resumption {

    private final NodeLogs reader = new NodeLogs();
    private final WatchList watch;
    private final RecentChain chain;
    private final ChainFeed feed;
    private final List<WatchedLog> parts = new ArrayList<>();

    Resumption(WatchList watch, RecentChain chain, ChainFeed feed) {
        this.watch = watch;
        this.chain = chain;
        this.feed = feed;
    }

    /** @throws FollowException if it does not go on from the one before */
    void accept(ChainJournal entry) {
        Optional<Long> finalNumber = Optional.ofNullable(entry.getFinalBlockNumber());
        if (entry.getKind() == ChainJournalKind.BLOCK) {
            entry.getLogs().forEach(json -> parts.add(reader.ofJournal(json)));
            if (entry.getLastPart()) {
                deliver(block(entry, parts), finalNumber);
                parts.clear();
            }
        } else if (entry.getKind() == ChainJournalKind.RETRACTION) {
            feed.retract(taken(entry), finalNumber);
        } else if (entry.getKind() == ChainJournalKind.MARK) {
            ChainBlock end = block(entry, List.of());
            feed.mark(end, finalNumber);
            grow(end, finalNumber);
        } else if (entry.getKind() == ChainJournalKind.STATE) {
            ChainBlock end = block(entry, List.of());
            feed.join(end, entry.getLogs().stream().map(JoinedPools::read).toList(), finalNumber);
            grow(end, finalNumber);
        } else {
            throw new FollowException("the journal has an entry of a kind that this version does not know, at block "
                    + entry.getBlockNumber());
        }
    }

    private void deliver(ChainBlock block, Optional<Long> finalNumber) {
        watch.learn(block.logs().stream().map(WatchedLog::log).toList());
        feed.deliver(block, finalNumber);
        grow(block, finalNumber);
    }

    private void grow(ChainBlock block, Optional<Long> finalNumber) {
        chain.add(block);
        finalNumber.ifPresent(chain::finalUpTo);
    }

    private ChainBlock taken(ChainJournal entry) {
        while (chain.newest().isPresent()) {
            Link newest = chain.newest().get();
            chain.removeNewest();
            if (newest.hash().equals(entry.getBlockHash()) && newest.block().isPresent()) {
                return newest.block().get();
            }
            if (newest.block().isPresent()) {
                break;
            }
        }
        throw new FollowException("the journal takes back block " + entry.getBlockNumber() + " " + entry.getBlockHash()
                + ", which is not the last that it has");
    }

    private static ChainBlock block(ChainJournal entry, List<WatchedLog> logs) {
        return new ChainBlock(entry.getBlockNumber(), entry.getBlockHash(), entry.getBlockTime(), logs);
    }
}
