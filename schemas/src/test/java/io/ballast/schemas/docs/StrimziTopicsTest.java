/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StrimziTopicsTest {
    @Test
    void committedResourcesAreThoseThatTheCatalogueGives() throws IOException {
        StrimziTopics.FILE.holdCurrent(StrimziTopics.text());
    }
}
