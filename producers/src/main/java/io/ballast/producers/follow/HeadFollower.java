/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.follow.RecentChain.Link;
import io.ballast.producers.rpc.EthBlock;
import io.ballast.producers.rpc.EthNode;
import java.util.Optional;

/**
 * Takes the chain's newest blocks one by one, each by its hash, so that its logs are of no other branch. A block whose
 * parent is not the block we have is of another branch: then ours is left first.
 */
final class HeadFollower {

    private final EthNode node;
    private final LogSource logs;
    private final RecentChain chain;
    private final Retraction retraction;

    HeadFollower(EthNode node, LogSource logs, RecentChain chain, Retraction retraction) {
        this.node = node;
        this.logs = logs;
        this.chain = chain;
        this.retraction = retraction;
    }

    /**
     * The next block of our branch, if there is one; if our branch is no more, goes back to where it left the chain.
     *
     * @param next  its number
     */
    Optional<ChainBlock> next(long next, EthBlock latest) {
        if (latest.number() < next) {
            leaveDeadBranch(latest);
            return Optional.empty();
        }
        Optional<EthBlock> header = latest.number() == next ? Optional.of(latest) : node.block(next);
        if (header.isPresent() && !follows(header.get())) {
            retraction.toCommonAncestor();
            return Optional.empty();
        }
        return header.map(logs::block);
    }

    private boolean follows(EthBlock block) {
        return chain.newest()
                .filter(last -> last.number() == block.number() - 1)
                .map(last -> last.hash().equals(block.parentHash()))
                .orElse(true);
    }

    /** A head below ours is that of a node which lags, unless there is another block where we have one. */
    private void leaveDeadBranch(EthBlock latest) {
        Optional<Link> ours = chain.upTo(latest.number());
        boolean dead = ours.isPresent()
                && (ours.get().number() == latest.number()
                        ? !ours.get().hash().equals(latest.hash())
                        : !retraction.isOfTheChain(ours.get()));
        if (dead) {
            retraction.toCommonAncestor();
        }
    }
}
