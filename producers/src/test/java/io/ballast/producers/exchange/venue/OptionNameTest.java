/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.exchange.market.OptionTerms;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionNameTest {

    @ParameterizedTest
    @CsvSource({
        "ETH-27MAR26-3000-C, ETH, 2026-03-27T08:00:00Z, 3000, CALL, COIN",
        "BTC-3JAN27-100000-P, BTC, 2027-01-03T08:00:00Z, 100000, PUT, COIN",
        "SOL_USDC-27MAR26-125d5-P, SOL, 2026-03-27T08:00:00Z, 125.5, PUT, LINEAR",
        "ETH-27MAR26-3000-C-USDT, ETH, 2026-03-27T08:00:00Z, 3000, CALL, LINEAR"
    })
    void saysWhatTheOptionIs(
            String name, String coin, Instant expiry, BigDecimal strike, CallOrPut right, OptionSettlement settlement)
            throws MalformedMessageException {
        assertThat(OptionName.isOne(name)).isTrue();
        assertThat(OptionName.terms("venue", name, OptionSettlement.COIN))
                .isEqualTo(new OptionTerms("venue", coin, expiry, strike, right, settlement));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETH-PERPETUAL", "ETH-27MAR26", "ETH_USDC-PERPETUAL", "ETH-27MAR26-3000-X", ""})
    void othersAreNone(String name) {
        assertThat(OptionName.isOne(name)).isFalse();
    }

    @Test
    void aDayThatIsNoneIsToldWithItsName() {
        assertThatThrownBy(() -> OptionName.terms("venue", "ETH-31FEB26-3000-C", OptionSettlement.COIN))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("ETH-31FEB26-3000-C");
    }
}
