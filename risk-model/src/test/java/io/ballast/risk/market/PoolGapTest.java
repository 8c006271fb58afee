/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PoolGapTest {

    private static final double FEE = 0.003;

    @Test
    void shouldBeSafeWithinTheFee() {
        PoolGap gap = PoolGap.of(2000, 2005, FEE);

        assertThat(gap.gap()).isCloseTo(2000.0 / 2005 - 1, within(1e-15));
        assertThat(gap.beyondFee()).isZero();
        assertThat(gap.side()).isEqualTo(PoolGap.Side.NONE);
    }

    @Test
    void shouldSayWhoGains() {
        PoolGap below = PoolGap.of(2000, 2020, FEE);
        assertThat(below.side()).isEqualTo(PoolGap.Side.BUY_TOKEN0_FROM_POOL);
        assertThat(below.beyondFee()).isCloseTo(2020 * 0.997 / 2000 - 1, within(1e-15));

        PoolGap above = PoolGap.of(2020, 2000, FEE);
        assertThat(above.side()).isEqualTo(PoolGap.Side.SELL_TOKEN0_TO_POOL);
        assertThat(above.gap()).isCloseTo(0.01, within(1e-15));
    }

    /** A little of token1 in, at the pool's price, and what comes out sold at the market; and the other way round. */
    @Property
    void shouldGainJustWhereALittleTradeDoes(
            @ForAll @DoubleRange(min = 0.5, max = 2) double pool,
            @ForAll @DoubleRange(min = 0.5, max = 2) double market,
            @ForAll @DoubleRange(min = 0, max = 0.05) double fee) {
        PoolGap gap = PoolGap.of(pool, market, fee);
        double buying = (1 - fee) / pool * market - 1;
        double selling = (1 - fee) * pool / market - 1;

        assertThat(gap.beyondFee()).isCloseTo(Math.max(0, Math.max(buying, selling)), within(1e-12));
        assertThat(gap.side() == PoolGap.Side.NONE).isEqualTo(gap.beyondFee() == 0);
    }

    @Test
    void shouldRefuseWhatIsNoPriceOrFee() {
        assertThatIllegalArgumentException().isThrownBy(() -> PoolGap.of(0, 1, FEE));
        assertThatIllegalArgumentException().isThrownBy(() -> PoolGap.of(1, Double.NaN, FEE));
        assertThatIllegalArgumentException().isThrownBy(() -> PoolGap.of(1, 1, 1.1));
    }

    /** As a hook may ask for. */
    @Test
    void shouldLeaveNothingToGainWhereAllIsFee() {
        assertThat(PoolGap.of(1, 2, 1)).isEqualTo(new PoolGap(-0.5, 0, PoolGap.Side.NONE));
        assertThat(PoolGap.of(2, 1, 1)).isEqualTo(new PoolGap(1, 0, PoolGap.Side.NONE));
    }
}
