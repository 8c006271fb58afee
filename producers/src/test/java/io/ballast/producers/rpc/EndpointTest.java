/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://node.example/v2/SECRET",
                "https://user:SECRET@node.example",
                "https://node.example/?key=SECRET"
            })
    void keysAreNeverShown(String address) {
        assertThat(Endpoint.of(address).toString()).isEqualTo("https://node.example/…");
    }

    @Test
    void anAddressWithoutSecretsIsShown() {
        assertThat(Endpoint.of("http://127.0.0.1:8545")).hasToString("http://127.0.0.1:8545");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://SECRET.example", "SECRET", "http://exa mple/SECRET"})
    void aMessageOnABrokenAddressDoesNotRepeatIt(String address) {
        assertThatThrownBy(() -> Endpoint.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void tellsWebsocketsFromTheOthers() {
        assertThat(Endpoint.of("wss://node.example").isSocket()).isTrue();
        assertThat(Endpoint.of("WS://127.0.0.1:8546").isSocket()).isTrue();
        assertThat(Endpoint.of("https://ws.example").isSocket()).isFalse();
    }

    @Test
    void whatANodeSaysIsQuotedWithoutTheAddress() {
        Endpoint endpoint = Endpoint.of("wss://node.example/v2/SECRET");

        assertThat(endpoint.quoted("no wss://node.example/v2/SECRET here")).isEqualTo("no wss://node.example/… here");
        assertThat(endpoint.quoted("x".repeat(1000))).hasSize(201);
    }
}
