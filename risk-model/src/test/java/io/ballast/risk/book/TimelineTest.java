/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.Timeline.Outcome;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final SlotKey SLOT = new SlotKey("0xalice", -600, 600);
    private static final BigInteger SOME = BigInteger.TEN.pow(18);

    private final PoolBook book = PoolBook.open(RandomHistory.TERMS);
    private final Heard heard = new Heard();
    private final List<LogPosition> past = new ArrayList<>();
    private final Timeline<String> timeline = new Timeline<>(book, 10, past::contains, heard);

    @Test
    void shouldTakeBackALateRecordsSuccessorsAndApplyThemAgain() {
        accept(1, 0, initialize());
        accept(2, 1, burn(SOME));

        assertThat(accept(2, 0, mint())).isEqualTo(Outcome.APPLIED);

        assertThat(heard.words)
                .containsExactly(
                        "applied block 1 log 0",
                        "refused block 2 log 1",
                        "undone block 2 log 1",
                        "applied block 2 log 0",
                        "applied block 2 log 1");
        assertThat(timeline.hasUnsettled()).isFalse();
    }

    @Test
    void shouldGiveUpARefusedRecordWhenItLeavesTheWindow() {
        accept(1, 0, initialize());
        accept(2, 0, burn(SOME));
        accept(3, 0, mint());
        assertThat(timeline.hasUnsettled()).isTrue();

        accept(12, 0, mint());

        assertThat(heard.words)
                .containsExactly(
                        "applied block 1 log 0",
                        "refused block 2 log 0",
                        "applied block 3 log 0",
                        "applied block 12 log 0",
                        "settled block 2 log 0",
                        "forgotten block 1 log 0",
                        "forgotten block 2 log 0");
        assertThat(timeline.hasUnsettled()).isFalse();
    }

    @Test
    void shouldLeaveTheBookAsItWasWhenARecordIsRefused() {
        accept(1, 0, initialize());
        accept(1, 1, mint());
        Object before = book.figures("0xalice:-600:600");

        assertThat(accept(2, 0, burn(SOME.add(BigInteger.ONE)))).isEqualTo(Outcome.REFUSED);

        assertThat(book.figures("0xalice:-600:600")).isEqualTo(before);
    }

    @Test
    void shouldIgnoreRepeatsInTheWindowAndBefore() {
        accept(1, 0, initialize());
        accept(2, 0, mint());

        assertThat(accept(2, 0, mint())).isEqualTo(Outcome.REPEATED);

        accept(20, 0, mint());
        past.add(at(2, 0));
        assertThat(accept(2, 0, mint())).isEqualTo(Outcome.REPEATED);
        assertThat(heard.words).contains("forgotten block 1 log 0", "forgotten block 2 log 0");
        assertThat(book.figures("0xalice:-600:600").liquidity()).isEqualTo(SOME.multiply(BigInteger.TWO));
    }

    @Test
    void shouldApplyAVeryLatePositionChangeToTodayAndMarkIt() {
        accept(1, 0, initialize());
        accept(3, 0, mint());
        accept(20, 0, mint());

        assertThat(accept(2, 0, mint())).isEqualTo(Outcome.APPLIED_LATE);

        PositionFigures figures = book.figures("0xalice:-600:600");
        assertThat(figures.liquidity()).isEqualTo(SOME.multiply(BigInteger.valueOf(3)));
        assertThat(figures.flags()).contains(Quality.LATE_EVENT);
    }

    @Test
    void shouldStillMarkAVeryLatePositionChangeWhenItIsAppliedAgain() {
        accept(1, 0, initialize());
        accept(3, 0, mint());
        accept(20, 1, mint());
        accept(2, 0, mint());

        accept(20, 0, swap());

        assertThat(heard.words).contains("undone block 2 log 0");
        assertThat(book.figures("0xalice:-600:600").flags()).contains(Quality.LATE_EVENT);
    }

    @Test
    void shouldPlaceAnOldRecordThatNothingForgottenStandsBehind() {
        accept(1, 0, initialize());
        accept(20, 0, mint());

        assertThat(accept(2, 0, mint())).isEqualTo(Outcome.APPLIED);
        assertThat(book.figures("0xalice:-600:600").flags()).isEmpty();
    }

    @Test
    void shouldKeepSoManyEntriesWhateverTheirAge() {
        Timeline<String> patient = new Timeline<>(book, 10, 2, past::contains, heard);
        patient.accept(new Arrival<>(at(1, 0), initialize(), false, "record"));
        patient.accept(new Arrival<>(at(100, 0), mint(), false, "record"));
        patient.accept(new Arrival<>(at(200, 0), mint(), false, "record"));

        assertThat(heard.words).contains("forgotten block 1 log 0").doesNotContain("forgotten block 100 log 0");
        assertThat(patient.forgottenUpTo()).isEqualTo(at(1, 0));
        assertThat(patient.entries()).extracting(Entry::at).containsExactly(at(100, 0), at(200, 0));
    }

    @Test
    void shouldForgetARetractedBlocksHashThoughASnapshotWasAskedFor() {
        accept(1, 0, initialize());
        accept(2, 0, mint());
        LogPosition end = new LogPosition(2, null, LogPosition.END_OF_BLOCK);
        timeline.accept(new Arrival<>(end, new BookEvent.Snapshot("close"), false, "request"));
        timeline.accept(new Arrival<>(at(2, 0), mint(), true, "removed"));

        assertThat(timeline.accept(new Arrival<>(new LogPosition(2, "0xother", 0), mint(), false, "other branch")))
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void shouldDropAVeryLatePrice() {
        accept(1, 0, initialize());
        accept(3, 0, mint());
        accept(20, 0, mint());

        assertThat(accept(2, 0, swap())).isEqualTo(Outcome.TOO_LATE);
    }

    @Test
    void shouldRefuseABlockThatRivalsOneItKnows() {
        accept(1, 0, initialize());

        Outcome outcome = timeline.accept(new Arrival<>(new LogPosition(1, "0xother", 1), mint(), false, "rival"));

        assertThat(outcome).isEqualTo(Outcome.RIVAL_BLOCK);
    }

    @Test
    void shouldAcceptTheOtherBranchOnceTheFirstWasTakenBack() {
        accept(1, 0, initialize());
        accept(2, 0, mint());
        timeline.accept(new Arrival<>(at(2, 0), mint(), true, "removed"));

        Outcome outcome =
                timeline.accept(new Arrival<>(new LogPosition(2, "0xother", 0), mint(), false, "other branch"));

        assertThat(outcome).isEqualTo(Outcome.APPLIED);
        assertThat(book.figures("0xalice:-600:600").liquidity()).isEqualTo(SOME);
    }

    @Test
    void shouldSayWhatItCannotTakeBackAnyMore() {
        accept(1, 0, initialize());
        accept(2, 0, mint());
        accept(2, 1, swap());
        accept(20, 0, mint());
        past.addAll(List.of(at(2, 0), at(2, 3)));

        assertThat(timeline.accept(new Arrival<>(at(2, 0), mint(), true, "removed")))
                .isEqualTo(Outcome.TOO_LATE);
        assertThat(timeline.accept(new Arrival<>(at(2, 1), swap(), true, "removed")))
                .isEqualTo(Outcome.TOO_LATE);
        assertThat(timeline.accept(new Arrival<>(at(2, 2), mint(), true, "never there")))
                .isEqualTo(Outcome.NOTHING_TO_RETRACT);
        BookEvent request = new BookEvent.Snapshot("close");
        assertThat(timeline.accept(new Arrival<>(at(2, 3), request, true, "changed nothing")))
                .isEqualTo(Outcome.NOTHING_TO_RETRACT);
    }

    @Test
    void shouldSayThatThereIsNothingToRetract() {
        accept(1, 0, initialize());

        assertThat(timeline.accept(new Arrival<>(at(1, 7), mint(), true, "removed")))
                .isEqualTo(Outcome.NOTHING_TO_RETRACT);
    }

    private Outcome accept(long block, int logIndex, BookEvent event) {
        return timeline.accept(new Arrival<>(at(block, logIndex), event, false, "record"));
    }

    private static LogPosition at(long block, int logIndex) {
        return new LogPosition(block, "0xhash" + block, logIndex);
    }

    private static BookEvent initialize() {
        return new BookEvent.Initialize(TickMath.sqrtPriceX96AtTick(0), 0);
    }

    private static BookEvent mint() {
        return new BookEvent.SlotMint(SLOT, false, SOME, SOME, SOME);
    }

    private static BookEvent swap() {
        return new BookEvent.Swap(BigInteger.ONE, BigInteger.ONE.negate(), BigInteger.ONE.shiftLeft(96), SOME, 0);
    }

    private static BookEvent burn(BigInteger liquidity) {
        return new BookEvent.SlotBurn(SLOT, false, liquidity, BigInteger.ONE, BigInteger.ONE);
    }

    private static final class Heard implements TimelineListener<String> {
        private final List<String> words = new ArrayList<>();

        @Override
        public void applied(Entry<String> entry, Touched touched) {
            words.add("applied " + entry.at());
        }

        @Override
        public void undone(Entry<String> entry) {
            words.add("undone " + entry.at());
        }

        @Override
        public void refused(Entry<String> entry) {
            words.add("refused " + entry.at());
        }

        @Override
        public void settled(Entry<String> entry) {
            words.add("settled " + entry.at());
        }

        @Override
        public void dropped(Entry<String> entry) {
            words.add("dropped " + entry.at());
        }

        @Override
        public void forgotten(Entry<String> entry) {
            words.add("forgotten " + entry.at());
        }
    }
}
