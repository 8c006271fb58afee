/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

    /** Writes the page instead of checking it. */
    private static final String WRITE = "ballast.docs.write";

    @Test
    void shouldBeThePageInTheDocumentation() throws IOException {
        Path page = Path.of("..", "docs", "reference", "config.md");
        String current = ConfigReference.markdown(BallastKeys.definition());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, current);
        }
        assertThat(page)
                .as("docs/reference/config.md; renew it by running this test with -D" + WRITE + "=true")
                .hasContent(current);
    }

    @Test
    void shouldGiveEverySettingAMeaning() {
        assertThat(BallastKeys.definition().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation).as(key.name).endsWith("."));
    }
}
