/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.option.OptionKind;
import io.ballast.streams.option.HeldOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortfolioHedgesTest {

    private static final Instant EXPIRY = Instant.parse("2024-03-29T08:00:00Z");
    /** A price and a flag for each option. */
    private static final int PREMIUM_BYTES = 9;

    private final PortfolioHedges hedges = new PortfolioHedges(
            Map.of("ETH", -2.5, "USDC", 100.0),
            List.of(option(OptionKind.CALL, 2000, 0.05), option(OptionKind.PUT, 1800, null)),
            Instant.parse("2024-03-01T12:00:00.123456Z"),
            true);

    @Test
    void shouldReadWhatItHasWritten() {
        assertThat(PortfolioHedges.decode(hedges.encoded())).isEqualTo(hedges);
    }

    @Test
    void shouldReadRowsFromBeforePremiumsWereKept() {
        byte[] bytes = hedges.encoded();

        PortfolioHedges old = PortfolioHedges.decode(Arrays.copyOf(bytes, bytes.length - 2 * PREMIUM_BYTES));

        assertThat(old.units()).isEqualTo(hedges.units());
        assertThat(old.options()).extracting(HeldOption::coins).containsExactly(3.0, 3.0);
        assertThat(old.options()).extracting(HeldOption::averagePrice).containsOnlyNulls();
    }

    private static HeldOption option(OptionKind kind, double strike, Double paid) {
        return new HeldOption("ETH", "USD", kind, strike, EXPIRY, 3, paid, true);
    }
}
