/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalStackOptionsTest {
    private final LocalStackOptions defaults = LocalStackOptions.defaults();

    @Test
    void everyOptionIsKeptWhenAnotherIsSet() {
        LocalStackOptions all = defaults.withPorts(1, 2)
                .withDataDirectory(Path.of("/d"))
                .withCacheDirectory(Path.of("/c"))
                .withRegistryArchive(Path.of("/a"))
                .withRegistryHeapMegabytes(99)
                .withStartTimeout(Duration.ofSeconds(3))
                .withBrokerSettings(Map.of("k", "v"))
                .withPorts(3, 4);

        assertThat(all.brokerPort()).isEqualTo(3);
        assertThat(all.registryPort()).isEqualTo(4);
        assertThat(all.dataDirectory()).contains(Path.of("/d"));
        assertThat(all.cacheDirectory()).contains(Path.of("/c"));
        assertThat(all.registryArchive()).contains(Path.of("/a"));
        assertThat(all.registryHeapMegabytes()).isEqualTo(99);
        assertThat(all.startTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(all.brokerSettings()).containsExactly(Map.entry("k", "v"));
    }

    @Test
    void pathsDoNotDependOnTheWorkingFolder() {
        assertThat(defaults.withDataDirectory(Path.of("data")).dataDirectory().orElseThrow())
                .isAbsolute();
    }

    @Test
    void nonsenseIsRefusedByNameAndValue() {
        assertThatThrownBy(() -> defaults.withPorts(-1, 0)).hasMessageContainingAll("brokerPort", "-1");
        assertThatThrownBy(() -> defaults.withPorts(0, 65_536)).hasMessageContainingAll("registryPort", "65536");
        assertThatThrownBy(() -> defaults.withPorts(9092, 9092)).hasMessageContaining("both 9092");
        assertThatThrownBy(() -> defaults.withRegistryHeapMegabytes(0)).hasMessageContaining("registryHeapMegabytes");
        assertThatThrownBy(() -> defaults.withStartTimeout(Duration.ZERO)).hasMessageContaining("startTimeout");
    }
}
