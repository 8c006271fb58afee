/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfoliosTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadTables() throws IOException {
        Portfolios portfolios = read("portfolio,owner,note\ndesk-a/eth,0xAB,\"mine, mostly\"\n");

        assertThat(portfolios.of("0xab")).isEqualTo("desk-a/eth");
        assertThat(portfolios.of("0xcd")).isNull();
        assertThat(portfolios.of(null)).isNull();
    }

    @Test
    void shouldReadObjectsAndArrays() throws IOException {
        assertThat(read("{\"0xAB\": \"desk-a\"}").of("0xab")).isEqualTo("desk-a");
        assertThat(read(" [{\"owner\": \"0xab\", \"portfolio\": \"desk-b\"}]").of("0xAB"))
                .isEqualTo("desk-b");
    }

    @Test
    void shouldSayWhereAnOwnerOrPortfolioIsMissing() {
        assertThatThrownBy(() -> read("owner,portfolio\n0xab,\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("owners line 2")
                .hasMessageContaining("0xab");
    }

    @Test
    void shouldRefuseToAssignAnOwnerTwice() {
        assertThatThrownBy(() -> read("owner,portfolio\n0xab,a\n0xAB,b\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("assigned to a already");
    }

    @Test
    void shouldRefuseWhatIsNoJson() {
        assertThatThrownBy(() -> read("{\"0xab\": "))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot read the owners file");
    }

    private Portfolios read(String text) throws IOException {
        return Portfolios.read(Files.writeString(folder.resolve("owners"), text));
    }
}
