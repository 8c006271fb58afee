/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionLinksTest {
    private static final String HASH = "0x" + "12".repeat(32);

    private final TransactionLinks links = TransactionLinks.of(List.of("1=https://a.example/tx/{hash}"));

    @Test
    void leadsToTheTransactionOfItsChain() {
        assertThat(links.of("uniswap-v3:1:0xaa", HASH)).contains("https://a.example/tx/" + HASH);
        assertThat(links.of("uniswap-v3:10:0xaa", HASH)).isEmpty();
    }

    @Test
    void leadsNowhere_whereThereIsNoTransaction() {
        assertThat(links.of("uniswap-v3:1:0xaa", null)).isEmpty();
        assertThat(links.of("uniswap-v3:1:0xaa", "0x12/../..")).isEmpty();
        assertThat(links.of("pool", HASH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=javascript:alert({hash})",
                "https://a.example/{hash}",
                "1=https://a.example/tx/",
                "x=https://a/{hash}"
            })
    void refusesWhatIsNoTemplate(String entry) {
        assertThatThrownBy(() -> TransactionLinks.of(List.of(entry)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is not of the form");
    }
}
