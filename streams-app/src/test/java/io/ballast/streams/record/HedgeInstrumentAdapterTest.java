/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.hedge.CoinSettledOption;
import io.ballast.risk.hedge.Instrument;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionRight;
import io.ballast.streams.testkit.HedgeRecords;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HedgeInstrumentAdapterTest {

    private static final String PUT = "deribit:ETH-27MAR26-2000-P";

    @Test
    void shouldReadACoinSettledOption() {
        Instrument read = read(more -> {});

        assertThat(read).isInstanceOf(CoinSettledOption.class);
        assertThat(read.key().venue()).isEqualTo("deribit");
        assertThat(read.key().id()).isEqualTo("ETH-27MAR26-2000-P");
        assertThat(((CoinSettledOption) read).option().strike()).isEqualByComparingTo("2000");
        assertThat(read.terms().minimum()).isEqualByComparingTo(read.terms().lot());
        assertThat(read.terms().margin()).isNull();
    }

    @Test
    void shouldRefuseTermsThatMakeNoSense() {
        assertRefused(more -> more.setStrike("0"), "strike 0 must be positive");
        assertRefused(more -> more.setStrike(null), "strike is missing");
        assertRefused(more -> more.setExpiry(null), "expiry is missing");
        assertRefused(more -> more.setOptionRight(OptionRight.UNKNOWN), "option_right is missing");
        assertRefused(more -> more.setSettlement("USD"), "must be ETH for its kind");
        assertRefused(more -> more.setMultiplier("-1"), "multiplier");
        assertRefused(more -> more.setLot("1e3"), "lot 1e3 is not a decimal number");
        assertRefused(more -> more.setKind(InstrumentKind.UNKNOWN), "kind of " + PUT);
        assertRefused(more -> more.setTakerFeeRate(5.0), "taker_fee_rate 5.0");
        assertRefused(more -> more.setInstrumentId("deribit"), "is not its instrument_id");
    }

    private static void assertRefused(Consumer<HedgeInstrument.Builder> change, String message) {
        assertThatThrownBy(() -> read(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Instrument read(Consumer<HedgeInstrument.Builder> change) {
        Consumer<HedgeInstrument.Builder> option = listed -> listed.setQuote("USD")
                .setSettlement("ETH")
                .setMultiplier("1")
                .setLot("1")
                .setStrike("2000")
                .setOptionRight(OptionRight.PUT)
                .setExpiry(Instant.parse("2026-03-27T08:00:00Z"));
        HedgeInstrument record = (HedgeInstrument)
                HedgeRecords.instrument(PUT, InstrumentKind.COIN_SETTLED_OPTION, 0, option.andThen(change))
                        .value();
        return HedgeInstrumentAdapter.instrument(PUT, record);
    }
}
