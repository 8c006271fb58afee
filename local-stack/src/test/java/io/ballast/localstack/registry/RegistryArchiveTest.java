/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.localstack.problem.RegistryMissingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryArchiveTest {
    @Test
    void versionIsThatOfTheBuild() {
        assertThat(RegistryArchive.version()).matches("\\d+\\.\\d+\\.\\d+\\.Final");
        assertThat(RegistryArchive.fileName())
                .contains(RegistryArchive.version())
                .endsWith("-all.tar.gz");
    }

    @Test
    void isFoundInTheBuildWithoutBeingNamed() {
        assertThat(RegistryArchive.find(Optional.empty())).isRegularFile().hasFileName(RegistryArchive.fileName());
    }

    @Test
    void oneThatIsNamedIsTaken(@TempDir Path folder) throws Exception {
        Path named = Files.createFile(folder.resolve("mine.tar.gz"));

        assertThat(RegistryArchive.find(Optional.of(named))).isEqualTo(named);
    }

    @Test
    void oneThatIsNamedButMissingIsAnError(@TempDir Path folder) {
        Path named = folder.resolve("mine.tar.gz");

        assertThatThrownBy(() -> RegistryArchive.find(Optional.of(named)))
                .isInstanceOf(RegistryMissingException.class)
                .hasMessageContaining(named.toString());
    }
}
