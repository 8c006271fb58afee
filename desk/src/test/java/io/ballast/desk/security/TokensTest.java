/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    /** SHA-256 of "abc", from FIPS 180-2, appendix B.1. */
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Test
    void knowsWhoseTokenItIs() throws IOException {
        Tokens tokens = read("[{'name': 'anna', 'token_sha256': '" + HASH_OF_ABC
                + "', 'portfolios': ['desk-a/eth'], 'may_act': true}]");

        User anna = tokens.user("abc").orElseThrow();
        assertThat(anna.name()).isEqualTo("anna");
        assertThat(anna.mayAct()).isTrue();
        assertThat(anna.entitlement().allows("desk-a/eth/wide")).isTrue();
        assertThat(anna.entitlement().allows("desk-a/ethereal")).isFalse();
        assertThat(anna.entitlement().allows(null)).isFalse();
        assertThat(tokens.user("abd")).isEmpty();
    }

    @Test
    void letsNobodyActWhoIsNotSaidTo() throws IOException {
        Tokens tokens = read("[{'name': 'ben', 'token_sha256': '" + HASH_OF_ABC + "', 'portfolios': ['*']}]");

        User ben = tokens.user("abc").orElseThrow();
        assertThat(ben.mayAct()).isFalse();
        assertThat(ben.entitlement().allows(null)).isTrue();
    }

    @Test
    void refusesAFileThatLetsInNobody_orHasATokenItself() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> read("[{'name': 'eve', 'token_sha256': 'abc', 'portfolios': ['*']}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("eve");
    }

    private Tokens read(String json) throws IOException {
        Path file = folder.resolve("tokens.json");
        Files.writeString(file, json.replace('\'', '"'));
        return Tokens.read(file);
    }
}
