/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.constantsum;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.share.SampleFacts;
import io.ballast.risk.share.ShareKindContract;
import java.util.Map;
import java.util.Random;

/** That a kind is one folder: this one, with nothing said of it anywhere else. */
class ConstantSumKindTest extends ShareKindContract {

    @Override
    protected PoolKind kind() {
        return new ConstantSumKind();
    }

    @Override
    protected PoolFacts facts() {
        return SampleFacts.of(
                Map.of("address", "0xpool", "fee_pips", 3000, "rate_num", 1, "rate_den", 1_000_000_000),
                Map.of("decimals", 18),
                Map.of("decimals", 9));
    }

    @Override
    protected int decimals1() {
        return 9;
    }

    @Override
    protected BookEvent.PoolChange parameterChange(Random random, long seconds) {
        return new ConstantSumKind.RateChange(new ConstantSumKind.Rate(1 + random.nextInt(9), 1_000_000_000), seconds);
    }
}
