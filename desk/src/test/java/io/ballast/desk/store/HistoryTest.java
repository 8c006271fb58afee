/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final List<String> FIGURES = List.of("value");
    private static final long SECOND = 1000;

    @Test
    void keepsEachSecond_asLongAsThereIsRoom() {
        History history = new History(FIGURES, 8, 1000);
        for (int second = 0; second < 8; second++) {
            history.add("a", second * SECOND, second);
        }

        assertThat(history.points("a"))
                .extracting(HistoryPoint::timeMs)
                .containsExactly(0L, 1000L, 2000L, 3000L, 4000L, 5000L, 6000L, 7000L);
    }

    @Test
    void thinsToTheLastOfEachStretch_whenThereAreTooMany() {
        History history = new History(FIGURES, 4, 1000);
        for (int second = 0; second < 9; second++) {
            history.add("a", second * SECOND, second);
        }

        assertThat(history.points("a")).extracting(point -> point.figures()[0]).containsExactly(3.0, 7.0, 8.0);
    }

    @Test
    void keepsTheNewestOfASecond() {
        History history = new History(FIGURES, 4, 1000);
        history.add("a", 100, 1);
        history.add("a", 900, 2);

        assertThat(history.points("a")).extracting(HistoryPoint::timeMs).containsExactly(900L);
    }

    @Test
    void forgetsWhatIsToldAnew() {
        History history = new History(FIGURES, 8, 1000);
        history.add("a", 1000, 1);
        history.add("a", 5000, 2);
        history.add("a", 3000, 3);

        assertThat(history.points("a")).extracting(point -> point.figures()[0]).containsExactly(1.0, 3.0);
    }

    @Test
    void staysWithinItsBudget_andTwoPointsForEachKey() {
        History history = new History(FIGURES, 100, 1000);
        for (int second = 0; second < 100; second++) {
            for (int key = 0; key < 50; key++) {
                history.add("key" + key, second * SECOND, second);
            }
        }

        assertThat(history.size()).isLessThanOrEqualTo(1000);
        assertThat(history.points("key7").size()).isGreaterThanOrEqualTo(2);
        assertThat(history.points("nobody")).isEmpty();
    }
}
