/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.localstack.problem.MemoryShortException;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void tooSmallAHeapIsNamedWithWhatIsNeeded() {
        assertThatThrownBy(() -> Memory.requireHeap(64))
                .isInstanceOf(MemoryShortException.class)
                .hasMessageContainingAll("64 MB", "128 MB", "-Xmx");
        assertThatCode(() -> Memory.requireHeap(128)).doesNotThrowAnyException();
    }

    @Test
    void tooLittleToSpareIsNamedWithWhatIsNeeded() {
        assertThatThrownBy(() -> Memory.requireAvailable(341, 192))
                .isInstanceOf(MemoryShortException.class)
                .hasMessageContainingAll("341 MB", "342 MB");
        assertThatCode(() -> Memory.requireAvailable(342, 192)).doesNotThrowAnyException();
    }
}
