/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.rpc.RpcCounts;
import java.util.Optional;

/**
 * How far a follower is.
 *
 * @param block  last block read; empty if none was
 * @param head  the node's highest block
 * @param finalBlock  highest final block; empty if the chain has none yet
 * @param counts  of what was followed
 * @param rpc  of calls to nodes
 */
public record FollowProgress(
        Optional<Long> block, long head, Optional<Long> finalBlock, FollowCounts counts, RpcCounts rpc) {

    /** Blocks that it is behind. */
    public long lag() {
        return block.map(number -> Math.max(0, head - number)).orElse(head);
    }
}
