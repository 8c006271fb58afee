/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.abi.EventEncoder;

class Keccak256Test {

    /** web3j hashes a signature with Bouncy Castle. */
    @ParameterizedTest
    @ValueSource(strings = {"Swap(address)", "Transfer(address,address,uint256)"})
    void hashesAsWeb3jDoes(String signature) {
        assertThat("0x" + hash(signature.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(EventEncoder.buildEventSignature(signature));
    }

    /** Lengths around the 136 bytes of one block. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 135, 136, 137, 272, 300})
    void hashesAnyLength(int length) {
        String text = "a".repeat(length);

        assertThat("0x" + hash(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(EventEncoder.buildEventSignature(text));
    }

    /** The Keccak team's own known answer for no input at all. */
    @Test
    void hashesNothing() {
        assertThat(hash(new byte[0])).isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    }

    private static String hash(byte[] message) {
        return HexFormat.of().formatHex(Keccak256.of(message));
    }
}
