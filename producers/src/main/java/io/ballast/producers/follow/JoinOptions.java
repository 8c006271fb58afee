/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.pools.AskedPosition;
import java.util.List;

/**
 * How listed pools are joined as they are before the first block.
 *
 * @param positions  those to ask for
 * @param custodySince  the first block in which to look for who sent NFTs to the custodians that have them
 */
public record JoinOptions(List<AskedPosition> positions, long custodySince) {

    public JoinOptions {
        positions = List.copyOf(positions);
    }
}
