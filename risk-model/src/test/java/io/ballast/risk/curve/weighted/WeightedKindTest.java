/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.share.SampleFacts;
import io.ballast.risk.share.ShareKindContract;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightedKindTest extends ShareKindContract {

    @Override
    protected PoolKind kind() {
        return new WeightedKind();
    }

    @Override
    protected PoolFacts facts() {
        return facts("800000000000000000", "200000000000000000");
    }

    @Override
    protected BookEvent.PoolChange parameterChange(Random random, long seconds) {
        long end = (1 + random.nextInt(9)) * 100_000_000_000_000_000L;
        return new WeightChange(new WeightRamp(800_000_000_000_000_000L, end, seconds, seconds + 600), seconds);
    }

    @Test
    void shouldNameWhatADefinitionLacksOrGetsWrong() {
        PoolFacts three = new SampleFacts(
                Map.of("address", "0xpool", "fee_pips", 3000),
                List.of(
                        facts().tokens().get(0),
                        facts().tokens().get(0),
                        facts().tokens().get(0)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind().terms(three))
                .withMessageStartingWith("tokens: 3 of a WEIGHTED pool; there are books of two tokens only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind().terms(facts("800000000000000000", "300000000000000000")))
                .withMessageContaining("do not sum to 10^18");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind().terms(SampleFacts.of(Map.of("address", "0xpool"), Map.of(), Map.of())))
                .withMessage("weight_e18_raw is missing");
    }

    private static PoolFacts facts(String weight0, String weight1) {
        return SampleFacts.of(
                Map.of("address", "0xpool", "fee_pips", 3000),
                Map.of("decimals", 18, "weight_e18_raw", weight0),
                Map.of("decimals", 6, "weight_e18_raw", weight1));
    }
}
