/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.band.Levels;
import io.ballast.risk.book.PositionIdentity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownLevelsTest {

    private static final PositionIdentity ALICE = PositionIdentity.lpToken("0xa");
    private static final PositionIdentity BOB = PositionIdentity.lpToken("0xb");
    private static final Levels LOSS = new Levels(new double[] {-0.05}, new double[0], false);

    private final List<String> asked = new ArrayList<>();
    private final KnownLevels known = new KnownLevels(position -> {
        asked.add(position.owner());
        return position.owner().equals("0xa") ? LOSS : Levels.NONE;
    });

    @Test
    void shouldAskOnceForAPosition() {
        assertThat(known.of(7, ALICE)).isSameAs(LOSS);
        assertThat(known.of(7, PositionIdentity.lpToken("0xa"))).isSameAs(LOSS);

        assertThat(asked).containsExactly("0xa");
    }

    @Test
    void shouldAskAgainWhenTheNumberIsAnothersPosition() {
        known.of(7, ALICE);

        assertThat(known.of(7, BOB)).isSameAs(Levels.NONE);
        assertThat(known.of(7, ALICE)).isSameAs(LOSS);
    }
}
