/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.desk.PositionEvents;
import io.ballast.desk.Samples;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final String FIRST = Samples.WETH_USDC + "/nft:1";
    private static final String SECOND = Samples.WETH_USDC + "/nft:2";
    private static final String ALICE = "0x" + "a".repeat(40);
    private static final String BOB = "0x" + "b".repeat(40);

    private final EventLog log = new EventLog(3);

    @Test
    void tellsAPositionsEvents_newestFirst() {
        log.add(PositionEvents.increase(1, 10, 0), "a");
        log.add(PositionEvents.increase(2, 11, 0), "b");
        log.add(PositionEvents.increase(1, 12, 0), "c");

        assertThat(log.of(FIRST)).extracting(LoggedEvent::place).containsExactly("c", "a");
        assertThat(log.isShortened(FIRST)).isFalse();
        assertThat(log.of("none")).isEmpty();
    }

    @Test
    void forgetsWhatWasReadFirst_whenTheBudgetIsSpent() {
        log.add(PositionEvents.increase(1, 10, 0), "a");
        log.add(PositionEvents.increase(2, 11, 0), "b");
        log.add(PositionEvents.increase(2, 12, 0), "c");
        log.add(PositionEvents.increase(2, 13, 0), "d");

        assertThat(log.of(FIRST)).isEmpty();
        assertThat(log.isShortened(FIRST)).isTrue();
        assertThat(log.of(SECOND)).hasSize(3);
        assertThat(log.isShortened(SECOND)).isFalse();
    }

    @Test
    void knowsWhichLogAReorganisationTookBack() {
        PositionEvent removal = PositionEvents.increase(1, 10, 0);
        removal.setRemoved(true);
        log.add(PositionEvents.increase(1, 10, 0), "a");
        log.add(PositionEvents.increase(1, 10, 1), "b");
        log.add(removal, "c");

        List<LoggedEvent> events = log.of(FIRST);

        assertThat(LoggedEvent.takenBack(events)).containsExactly(events.get(2).log());
        assertThat(events).extracting(LoggedEvent::place).containsExactly("c", "b", "a");
    }

    @Test
    void isOfBothHolders_whereTokensMove() {
        PositionEvent transfer = PositionEvents.of(PositionEventKind.LP_TRANSFER, 10, 0);
        transfer.setFromAddress(ALICE);
        transfer.setToAddress(BOB);
        PositionEvent minted = PositionEvents.of(PositionEventKind.LP_TRANSFER, 10, 1);
        minted.setFromAddress("0x" + "0".repeat(40));
        minted.setToAddress(BOB);

        assertThat(PositionEventIds.of(transfer))
                .containsExactly(Samples.WETH_USDC + "/" + ALICE, Samples.WETH_USDC + "/" + BOB);
        assertThat(PositionEventIds.of(minted)).containsExactly(Samples.WETH_USDC + "/" + BOB);
    }

    @Test
    void takesTheSaltOfAManagersSlotForTheTokenId() {
        PositionEvent modify = slot(PositionEventKind.MODIFY);
        modify.setManaged(true);
        modify.setSalt("0x" + "0".repeat(62) + "ff");

        assertThat(PositionEventIds.of(modify)).containsExactly(Samples.WETH_USDC + "/nft:255");
    }

    @Test
    void leavesAManagersSlotToItsNftLogs() {
        PositionEvent mint = slot(PositionEventKind.MINT);

        assertThat(PositionEventIds.of(mint)).containsExactly(Samples.WETH_USDC + "/" + ALICE + ":-10:10");
        mint.setManaged(true);
        assertThat(PositionEventIds.of(mint)).isEmpty();
    }

    @Test
    void refusesAnEventWithoutWhatItsKindNeeds() {
        PositionEvent senseless = PositionEvents.of(PositionEventKind.NFT_COLLECT, 10, 0);

        assertThatThrownBy(() -> log.add(senseless, "a")).hasMessageContaining("token_id is missing");
    }

    private static PositionEvent slot(PositionEventKind kind) {
        PositionEvent event = PositionEvents.of(kind, 10, 0);
        event.setOwner(ALICE);
        event.setTickLower(-10);
        event.setTickUpper(10);
        return event;
    }
}
