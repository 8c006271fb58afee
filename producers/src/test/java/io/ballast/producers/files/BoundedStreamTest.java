/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedStreamTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void givesAsMuchAsTheLimit() throws IOException {
        assertThat(bounded(4, 4).readAllBytes()).hasSize(4);
    }

    @Test
    void breaksOffBeyondIt() {
        assertThatThrownBy(() -> bounded(5, 4).readAllBytes()).hasMessage("it is longer than 4 bytes");
        assertThatThrownBy(() -> {
                    try (BoundedStream one = bounded(5, 0)) {
                        one.read();
                    }
                })
                .hasMessage("it is longer than 0 bytes");
    }

    @Test
    void aSmallFileThatUnpacksToMuchIsRefused() throws IOException {
        Path bomb = folder.resolve("pools.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write("address\n#".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[MEBIBYTE];
            Arrays.fill(blanks, (byte) '\n');
            for (int i = 0; i < 65; i++) {
                out.write(blanks);
            }
        }

        assertThat(Files.size(bomb)).isLessThan(MEBIBYTE);
        assertThatThrownBy(() -> PoolsFile.read(bomb))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("longer than 67108864 bytes");
    }

    private static BoundedStream bounded(int bytes, long limit) {
        return new BoundedStream(new ByteArrayInputStream(new byte[bytes]), limit);
    }
}
