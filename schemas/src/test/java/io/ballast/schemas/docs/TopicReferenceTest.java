/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed page is the one that the contracts give; with {@code -Dballast.docs.write=true} it is written. */
class TopicReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/topics.md");

    @Test
    void committedPageIsUpToDate() throws IOException {
        if (Boolean.getBoolean("ballast.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, TopicReference.page());
        }

        assertThat(PAGE)
                .as("written anew by: " + TopicReference.HOW_TO_WRITE)
                .content()
                .isEqualTo(TopicReference.page());
    }
}
