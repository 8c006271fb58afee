/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.MarketKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketNamesTest {

    private final MarketNames names = names(Map.of());

    @ParameterizedTest
    @CsvSource({
        "coinbase:ETH-USD, ETH-USD,",
        "coinbase:WETH-USD, ETH-USD,",
        "kraken:XBT/USD, BTC-USD,",
        "binance:eth_usdt, ETH-USD, USDT",
        "coinbase:USDC-USD, USDC-USD,",
        "binance:USDC-USDT, USDC-USD, USDT",
        "binance:ETH-BTC, ETH-BTC,",
        "market:ETH-USD, ETH-USD,",
        "ETH-USD, ETH-USD,"
    })
    void shouldKnowThePairByTheName(String instrument, String pair, String parQuote) {
        assertThat(names.of(instrument)).contains(new MarketInstrument(pair, parQuote));
    }

    @ParameterizedTest
    @CsvSource({
        "deribit:ETH-PERPETUAL",
        "deribit:ETH-27MAR26",
        "deribit:ETH-27MAR26-3000-C",
        "coinbase:ETHUSD",
        "par:USD",
        "x:ETH-WETH",
        "uniswap-v3:1:0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640"
    })
    void shouldKnowNoneOfWhatIsNoPair(String instrument) {
        assertThat(names.of(instrument)).isEqualTo(Optional.empty());
    }

    @Test
    void shouldFollowTheSettings() {
        MarketNames set = names(Map.of(MarketKeys.INSTRUMENTS, "deribit:ETH-PERPETUAL=ETH-USD, bad:ETH-USD="));

        assertThat(set.of("deribit:ETH-PERPETUAL")).contains(new MarketInstrument("ETH-USD", null));
        assertThat(set.of("bad:ETH-USD")).isEmpty();
    }

    @Test
    void shouldSayWhatAPriceIsNeededFor() {
        MarketNames set = names(Map.of(MarketKeys.CROSSES, "ETH-BTC,ETH-USDC"));

        assertThat(set.keys(new MarketInstrument("ETH-USD", null))).containsExactly("ETH-USD", "ETH-BTC", "ETH-USDC");
        assertThat(set.keys(new MarketInstrument("ETH-BTC", null))).containsExactly("ETH-BTC");
        assertThat(set.keys(new MarketInstrument("USDC-USD", null)))
                .containsExactly("USDC-USD", "ETH-USDC", "par:USDC");
    }

    @Test
    void shouldRefuseSettingsThatMakeNoSense() {
        assertRefused(MarketKeys.CROSSES, "ETHBTC", "BASE-QUOTE");
        assertRefused(MarketKeys.ALIASES, "WETH", "must be name=value");
        assertRefused(MarketKeys.ALIASES, "WETH=ETH,WETH=BTC", "stands twice");
        assertRefused(MarketKeys.SOURCES, "coinbase=-1", "weight -1.0");
        assertRefused(MarketKeys.SOURCES, "coinbase=much", "much");
        assertRefused(MarketKeys.DEPEG_BPS, "10", "must be below lostAt");
        assertRefused(MarketKeys.EXTREME, "0.5", "must be below extremeAt");
    }

    private static void assertRefused(String key, String value, String why) {
        assertThatThrownBy(() -> MarketSettings.of(config(Map.of(key, value))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(why);
    }

    private static MarketNames names(Map<String, String> settings) {
        return MarketSettings.of(config(settings)).names();
    }

    private static BallastConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(BallastKeys.STATE_DIR, "unused");
        return BallastConfig.of(all);
    }
}
