/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Holds losses of a group of shares against those of its holders added up. */
public final class GroupLosses {

    private static final double CLOSE = 2e-12;
    private static final double ROUNDING = 1e-18;

    private GroupLosses() {}

    /** @param member  keys of those in the group, closed ones included */
    public static void assertSums(PoolBook book, BookGroup group, Predicate<String> member, long nowMs) {
        List<String> members = book.positions().keySet().stream().filter(member).toList();
        List<LossFigures> open = members.stream()
                .filter(book::isOpen)
                .map(key -> book.figures(key, nowMs).measures().losses())
                .toList();
        LossFigures sums = group.read(nowMs).income().losses();
        assertSum(sums.lvr(), open, LossFigures::lvr);
        if (sums.markout() != null) {
            assertSum(sums.markout(), open, LossFigures::markout);
        }
        for (int i = 0; i < sums.windows().size(); i++) {
            int place = i;
            assertWindow(
                    sums.windows().get(i),
                    members.stream()
                            .map(key -> book.figures(key, nowMs)
                                    .measures()
                                    .losses()
                                    .windows()
                                    .get(place))
                            .toList());
        }
    }

    private static void assertWindow(WindowFigures sum, List<WindowFigures> windows) {
        assertThat(windows).allMatch(window -> window.sinceMs() == sum.sinceMs());
        assertSum(sum.lvr(), windows, WindowFigures::lvr);
        assertSum(sum.il(), windows, WindowFigures::il);
        if (sum.lvrUsd() != null) {
            assertSum(sum.lvrUsd(), windows, WindowFigures::lvrUsd);
        }
    }

    /** The last bits of shares of losses may have either sign, so sums are held against sizes. */
    private static <T> void assertSum(double sum, List<T> parts, ToDoubleFunction<T> figure) {
        double all = parts.stream().mapToDouble(figure).sum();
        double size = parts.stream().mapToDouble(figure).map(Math::abs).sum();
        assertThat(sum).isCloseTo(all, within(CLOSE * size + ROUNDING));
    }
}
