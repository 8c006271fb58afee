/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.follow.RecentChain.Link;
import io.ballast.producers.rpc.EthBlock;
import io.ballast.producers.rpc.EthNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes back to the newest block that the node's chain has too, and takes back what was written since, newest first. */
final class Retraction {

    private static final Logger log = LoggerFactory.getLogger(Retraction.class);

    private final EthNode node;
    private final RecentChain chain;
    private final ChainFeed feed;
    private final FollowCounts counts;

    Retraction(EthNode node, RecentChain chain, ChainFeed feed, FollowCounts counts) {
        this.node = node;
        this.chain = chain;
        this.feed = feed;
        this.counts = counts;
    }

    /**
     * Takes back what is not of the chain any more; nothing if our newest block still is. All is asked before any of it is
     * written: no transaction waits for a node.
     *
     * @throws FollowException if a final block is not
     */
    void toCommonAncestor() {
        List<Link> orphans = orphans();
        if (orphans.isEmpty()) {
            return;
        }
        long before = orphans.get(0).number();
        orphans.forEach(this::takeBack);
        long depth = before - chain.newest().map(Link::number).orElse(before - 1);
        counts.reorg(depth);
        log.info("The chain was reorganised: {} blocks up to {} were taken back", depth, before);
    }

    /** Newest first. */
    private List<Link> orphans() {
        List<Link> orphans = new ArrayList<>();
        Iterator<Link> newestFirst = chain.newestFirst();
        while (newestFirst.hasNext()) {
            Link link = newestFirst.next();
            if (isOfTheChain(link)) {
                return orphans;
            }
            requireNotFinal(link);
            orphans.add(link);
        }
        return orphans;
    }

    /** Whether the node's chain has that block. */
    boolean isOfTheChain(Link link) {
        Optional<EthBlock> there = node.block(link.number());
        return there.filter(block -> block.hash().equals(link.hash())).isPresent();
    }

    private void requireNotFinal(Link link) {
        if (chain.isFinal(link)) {
            throw new FollowException("block " + link.number() + " " + link.hash()
                    + " counted as final and is not of the chain any more. Either the finality set is too short, or the"
                    + " node is of another chain. What was written stands");
        }
    }

    private void takeBack(Link link) {
        link.block().ifPresent(block -> feed.retract(block, chain.finalNumber()));
        chain.removeNewest();
    }
}
