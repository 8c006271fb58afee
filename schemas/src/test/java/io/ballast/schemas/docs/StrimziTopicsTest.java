/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed resources are those that the catalogue gives; with {@code -Dballast.docs.write=true} they are written. */
class StrimziTopicsTest {
    private static final Path FILE = Path.of("../deploy/strimzi/topics.yaml");

    @Test
    void committedResourcesAreUpToDate() throws IOException {
        if (Boolean.getBoolean("ballast.docs.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, StrimziTopics.text());
        }

        assertThat(FILE)
                .as("written anew by: " + StrimziTopics.HOW_TO_WRITE)
                .content()
                .isEqualTo(StrimziTopics.text());
    }
}
