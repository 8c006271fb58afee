/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliveFileTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    @Test
    void hasTheTimeOfTheLastTouch_andGoesAtTheEnd() throws IOException {
        Path file = folder.resolve("alive");
        try (AliveFile alive = new AliveFile(file, () -> NOW)) {
            alive.touch();
            alive.touch();
            assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(NOW);
        }

        assertThat(file).doesNotExist();
    }

    @Test
    void doesNothing_whenNobodyLooks() {
        assertThatCode(() -> {
                    try (AliveFile alive = new AliveFile(null, () -> NOW)) {
                        alive.touch();
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhereItCannotWrite() {
        Path file = folder.resolve("no-such-folder").resolve("alive");
        try (AliveFile alive = new AliveFile(file, () -> NOW)) {
            assertThatThrownBy(alive::touch).isInstanceOf(CommandFailed.class).hasMessageContaining(file.toString());
        }
    }
}
