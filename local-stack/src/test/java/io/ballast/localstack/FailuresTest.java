/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.localstack.StackFailure.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final StackFailure FIRST = new StackFailure(Part.REGISTRY, "first, provoked by a test");
    private static final StackFailure SECOND = new StackFailure(Part.BROKER, "second, provoked by a test");

    private final Failures failures = new Failures();
    private final List<StackFailure> told = new ArrayList<>();

    @Test
    void onlyTheFirstIsToldSinceTheRestFollowsFromIt() {
        failures.listen(told::add);

        failures.report(FIRST);
        failures.report(SECOND);

        assertThat(told).containsExactly(FIRST);
        assertThat(failures.first()).contains(FIRST);
    }

    @Test
    void whoComesLateIsToldAtOnce() {
        failures.report(FIRST);

        failures.listen(told::add);

        assertThat(told).containsExactly(FIRST);
    }

    @Test
    void theEndThatIsExpectedIsNoFailure() {
        failures.listen(told::add);

        failures.expectTheEnd();
        failures.report(FIRST);

        assertThat(told).isEmpty();
        assertThat(failures.first()).isEmpty();
    }
}
