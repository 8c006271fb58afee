/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.pools.PoolListing;
import io.ballast.schema.PoolKind;
import java.util.Optional;

/** What files of minute bars in tests are made of. */
final class BarLines {

    static final String HEADER =
            "timestamp,netAmount0,netAmount1,closeTick,openTick,lowestTick,highestTick,inAmount0,inAmount1,currentLiquidity";
    static final PoolListing POOL = new PoolListing(
            "0x" + "45".repeat(20),
            PoolKind.CONCENTRATED,
            "uniswap-v3",
            "0x" + "01".repeat(20),
            "0x" + "02".repeat(20),
            Optional.of(500),
            Optional.of(10));

    private BarLines() {}
}
