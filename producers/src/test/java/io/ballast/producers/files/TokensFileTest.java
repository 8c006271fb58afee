/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensFileTest {

    @Test
    void shouldNameTheLineOfANumberThatNoDecimalHas(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tokens.json"), "[\n{\"decimals\":1e-9999999990}]");

        assertThatThrownBy(() -> TokensFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ":2: this is no number: ");
    }
}
