/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumptionTest {
    @Test
    void goesOnWhereItWas() {
        String id = Resumption.id("run1", new long[] {7, 120, 3});

        assertThat(Resumption.seen(id, "run1", 3)).containsExactly(7, 120, 3);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "run2:7.120.3", "run1:7.120", "run1:7.120.x", "run1:-7.1.2", "run1:99999999999999999999.1.1"
            })
    void beginsAnew_whenTheIdIsOfSomethingElse(String id) {
        assertThat(Resumption.seen(id, "run1", 3)).containsExactly(0, 0, 0);
    }
}
