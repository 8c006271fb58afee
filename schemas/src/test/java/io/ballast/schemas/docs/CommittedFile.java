/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the repository that is generated. A test holds it current, and writes it where {@code -Dballast.docs.write=true} is given.
 *
 * @param test  which does so
 */
record CommittedFile(Path path, String test) {

    /** Command that writes the file, run at the top of the repository. */
    String howToWrite() {
        return "mvn -pl schemas/registry-client,schemas package -Dtest=" + test
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dballast.docs.write=true";
    }

    void holdCurrent(String text) throws IOException {
        if (Boolean.getBoolean("ballast.docs.write")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertThat(path).as("written anew by: " + howToWrite()).content().isEqualTo(text);
    }
}
