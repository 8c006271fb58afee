/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final Interruption interruption = Interruption.none();

    @Test
    void callsTheLastReaction() {
        List<String> called = new ArrayList<>();
        interruption.onSignal(() -> called.add("first"));
        interruption.onSignal(() -> called.add("second"));

        assertThat(interruption.signal()).isTrue();
        assertThat(called).containsExactly("second");
    }

    @Test
    void saysThatNobodyReacts() {
        assertThat(interruption.signal()).isFalse();
    }
}
