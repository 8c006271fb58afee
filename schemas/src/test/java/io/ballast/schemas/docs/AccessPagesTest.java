/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AccessPagesTest {
    @Test
    void theCommittedPageIsThatOfTheRights() throws IOException {
        AccessReference.FILE.holdCurrent(AccessReference.text());
    }

    @Test
    void committedUsersHaveTheRights() throws IOException {
        StrimziUsers.FILE.holdCurrent(StrimziUsers.text());
    }
}
