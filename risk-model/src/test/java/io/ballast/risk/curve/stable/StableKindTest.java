/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.share.SampleFacts;
import io.ballast.risk.share.ShareFees;
import io.ballast.risk.share.ShareKindContract;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StableKindTest extends ShareKindContract {

    private static final Map<String, ?> POOL =
            Map.of("address", "0xpool", "fee_pips", 400, "amplification_raw", 20_000, "amplification_precision", 100);

    @Override
    protected PoolKind kind() {
        return new StableKind();
    }

    @Override
    protected PoolFacts facts() {
        return SampleFacts.of(POOL, Map.of("decimals", 18), Map.of("decimals", 6));
    }

    @Override
    protected BookEvent.PoolChange parameterChange(Random random, long seconds) {
        return new AmplificationChange(20_000, 10_000 + random.nextInt(90_000), seconds, seconds + 300, seconds);
    }

    @Test
    void shouldReadTheAmplificationByTheContractsPrecisionAndFeesToTheLastDigit() {
        StableTerms terms = (StableTerms) kind().terms(SampleFacts.of(
                Map.of(
                        "address",
                        "0xpool",
                        "amplification_raw",
                        20_000,
                        "amplification_precision",
                        100,
                        "swap_fee_e18_raw",
                        "123456789012345",
                        "protocol_part_e18_raw",
                        "500000000000000000"),
                Map.of("decimals", 6, "rate_e18_raw", "1200000000000000000"),
                Map.of("decimals", 6)));

        assertThat(terms.amplification().invariantAt(0).k()).isEqualTo(400);
        assertThat(terms.fees()).isEqualTo(new ShareFees(123_456_789_012_345L, 500_000_000_000_000_000L));
        assertThat(terms.rate0E18()).isEqualTo(1.2e18);
        assertThat(terms.rate1E18()).isEqualTo(1e18);
    }

    @Test
    void shouldRefuseWhatLeavesTheCurveOpen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind().terms(SampleFacts.of(POOL, Map.of(), Map.of("decimals", 6))))
                .withMessageContaining("tokens[0].decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind().terms(SampleFacts.of(
                        Map.of("address", "0xpool", "fee_pips", 400), Map.of("decimals", 6), Map.of("decimals", 6))))
                .withMessage("amplification_raw is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind().terms(SampleFacts.of(
                        Map.of("address", "0xpool", "fee_pips", 400, "amplification_raw", "1" + "0".repeat(30)),
                        Map.of("decimals", 6),
                        Map.of("decimals", 6))))
                .withMessageContaining("beyond 64 bits");
    }
}
