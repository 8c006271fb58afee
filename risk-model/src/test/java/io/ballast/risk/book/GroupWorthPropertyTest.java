/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The worth of some positions is that of the group that they are, wherever the price is. */
class GroupWorthPropertyTest {

    @Property(tries = 30)
    void shouldBeWorthWhatTheGroupIs(@ForAll long seed) {
        PoolBook book = PoolBook.open(RandomHistory.TERMS);
        Timeline<String> timeline = new Timeline<>(book, 12, at -> false, new TimelineListener<>() {});
        BookGroup group = book.newGroup();
        GroupWorth worth = book.newWorth();
        book.observe((before, now) -> {
            if (Math.floorMod((now == null ? before : now).key().hashCode(), 2) == 0) {
                group.replace(before, now);
                worth.replace(before, now);
            }
        });
        for (Arrival<String> arrival : RandomHistory.of(seed, 200)) {
            timeline.accept(arrival);
            GroupReading reading = group.read(arrival.marks().timeMs());

            assertThat(worth.count()).isEqualTo(group.count());
            assertThat(worth.value())
                    .isEqualTo(reading == null ? null : reading.figures().value());
        }
    }
}
