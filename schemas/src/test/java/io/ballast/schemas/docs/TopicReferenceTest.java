/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TopicReferenceTest {
    @Test
    void committedPageIsTheOneThatTheContractsGive() throws IOException {
        TopicReference.FILE.holdCurrent(TopicReference.page());
    }
}
