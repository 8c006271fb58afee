/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.CurveToken;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Assets assets = Assets.of("key", List.of("WETH=ETH", "0xAb=BTC"), List.of("usdc", "0xCD"));

    @Test
    void standForACoinBySymbolOrAddress() {
        assertThat(assets.asset(token("0x1", "weth"))).isEqualTo("ETH");
        assertThat(assets.asset(token("0xaB", "WETH"))).isEqualTo("BTC");
        assertThat(assets.asset(token("0x1", "UNI"))).isEqualTo("UNI");
        assertThat(assets.asset(token("0x1", null))).isEqualTo("0x1");
    }

    @Test
    void areDollarsBySymbolAddressOrAtPar() {
        assertThat(assets.isDollar(token("0x1", "USDC"))).isTrue();
        assertThat(assets.isDollar(token("0xcd", null))).isTrue();
        assertThat(assets.isDollar(new CurveToken("0x2", "X", 18, "par:USD"))).isTrue();
        assertThat(assets.isDollar(token("0x1", "WETH"))).isFalse();
    }

    @Test
    void refuseAnAliasOfNothing() {
        assertThatThrownBy(() -> Assets.of("key", List.of("WETH"), List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("token=coin");
    }

    private static CurveToken token(String address, String symbol) {
        return new CurveToken(address, symbol, 18, null);
    }
}
