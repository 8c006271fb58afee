/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentNamesTest {

    @ParameterizedTest
    @CsvSource({
        "binance, ETHUSDT, binance:ETH-USDT",
        "binance, ETHBTC, binance:ETH-BTC",
        "binance, BTCFDUSD, binance:BTC-FDUSD",
        "binance, USDCUSDT, binance:USDC-USDT",
        "binance-futures, ETHUSDT, binance:ETHUSDT",
        "binance-delivery, ETHUSD_PERP, binance:ETHUSD_PERP",
        "bybit-spot, ETHUSDC, bybit:ETH-USDC",
        "bybit, ETHUSDT, bybit:ETHUSDT",
        "kraken, ETH/USD, kraken:ETH/USD",
        "hyperliquid, ETH, hyperliquid:ETH"
    })
    void areThoseOfExchangeFeeds(String exchange, String symbol, String id) {
        assertThat(InstrumentNames.usual().id(exchange, symbol)).contains(id);
    }

    @Test
    void aPairThatNobodyCanTakeApartHasNone() {
        assertThat(InstrumentNames.usual().id("binance", "ETHXYZ")).isEmpty();
        assertThat(InstrumentNames.usual().id("binance", "USDT")).isEmpty();
    }

    @Test
    void whatIsSaidOfASymbolComesBeforeWhatIsSaidOfAll() {
        InstrumentNames names = InstrumentNames.parse(List.of("a:ALL", "ETHXYZ=b:ETH-XYZ"));

        assertThat(names.id("binance", "ETHXYZ")).contains("b:ETH-XYZ");
        assertThat(names.id("binance", "ETHUSDT")).contains("a:ALL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETHUSDT", "=a:b", "a=b", "a:b=c", "a:", ":b", ""})
    void refusesWhatIsNoName(String word) {
        assertThatThrownBy(() -> InstrumentNames.parse(List.of(word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[" + word + "]");
    }

    @Test
    void refusesTwoNamesForTheSame() {
        assertThatThrownBy(() -> InstrumentNames.parse(List.of("a:b", "a:c"))).hasMessageContaining("[a:c]");
        assertThatThrownBy(() -> InstrumentNames.parse(List.of("x=a:b", "x=a:c")))
                .hasMessageContaining("[x=a:c]");
    }
}
