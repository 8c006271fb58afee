/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.hedge.strip.ExpiryRule;
import io.ballast.risk.hedge.strip.OptionFee;
import io.ballast.schema.OptionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OptionRuleTest {

    private static final StripPolicy STANDARD = new StripPolicy(
            Duration.ofHours(1),
            0.02,
            500,
            false,
            true,
            0.0005,
            0.001,
            0,
            Double.POSITIVE_INFINITY,
            OptionFee.NONE,
            60,
            List.of(-0.1, 0.1),
            new ExpiryRule(Duration.ofDays(2), Duration.ofHours(6), 1));

    @Test
    void shouldTakeFromTheSettingsWhatThePolicyDoesNotSay() {
        assertThat(rule(policy -> {}).over(STANDARD)).isEqualTo(STANDARD);
        assertThat(OptionRule.of(null)).isNull();
    }

    @Test
    void shouldSayWhatIsItsOwn() {
        StripPolicy own = rule(policy -> policy.setPremium(0.0)
                        .setRollDays(3.5)
                        .setSellsOptions(true)
                        .setUsesForward(false)
                        .setOptionLot(0.5)
                        .setForwardLot(0.01)
                        .setMaximumCoins(20.0))
                .over(STANDARD);

        assertThat(own.budget()).isZero();
        assertThat(own.expiryRule()).isEqualTo(new ExpiryRule(Duration.ofHours(84), Duration.ofHours(6), 1));
        assertThat(own.sellsOptions()).isTrue();
        assertThat(own.usesForward()).isFalse();
        assertThat(own.optionLot()).isEqualTo(0.5);
        assertThat(own.forwardLot()).isEqualTo(0.01);
        assertThat(own.mostCoins()).isEqualTo(20);
        assertThat(own.every()).isEqualTo(STANDARD.every());
    }

    @Test
    void shouldCoverTheCoinsThatItNames() {
        assertThat(rule(policy -> {}).covers("ETH")).isTrue();
        assertThat(rule(policy -> policy.setUnderlyings(List.of("BTC"))).covers("ETH"))
                .isFalse();
        assertThat(rule(policy -> policy.setUnderlyings(List.of("BTC"))).covers("BTC"))
                .isTrue();
        assertThat(rule(policy -> policy.setAdvised(false)).covers("BTC")).isFalse();
    }

    @Test
    void shouldNameTheValueAndTheRuleOfWhatMakesNoSense() {
        assertRefused(policy -> policy.setPremium(-1.0), "premium -1.0 of options must be finite and not negative");
        assertRefused(policy -> policy.setPremium(Double.NaN), "premium NaN");
        assertRefused(policy -> policy.setRollDays(-2.0), "roll_days -2.0");
        assertRefused(policy -> policy.setRollDays(1e9), "roll_days 1.0E9");
        assertRefused(policy -> policy.setOptionLot(0.0), "option_lot 0.0 of options must be positive");
        assertRefused(policy -> policy.setForwardLot(Double.POSITIVE_INFINITY), "forward_lot Infinity");
        assertRefused(policy -> policy.setMaximumCoins(-3.0), "maximum_coins -3.0");
        assertRefused(policy -> policy.setUnderlyings(List.of(" ")), "must not be blank");
        assertRefused(policy -> policy.setUnderlyings(List.of("ETH", "ETH")), "ETH of options is named twice");
    }

    private static void assertRefused(Consumer<OptionPolicy.Builder> change, String message) {
        assertThatThrownBy(() -> rule(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static OptionRule rule(Consumer<OptionPolicy.Builder> change) {
        OptionPolicy.Builder policy = OptionPolicy.newBuilder();
        change.accept(policy);
        return OptionRule.of(policy.build());
    }
}
