/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertDeliveryOutcome;
import io.ballast.schema.AlertPhase;
import io.ballast.schema.AlertSeverity;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which records of an alert a receiver is told of, and when again. */
class CourierNewsTest {
    private final ToldPager pager = new ToldPager(100);

    @Test
    void tellsNothingTwiceWithinTheInterval_alsoAfterARestart() {
        pager.tell(ToldPager.firing());
        pager.clock.pass(ToldPager.RENOTIFY.minusSeconds(1));
        pager.tell(ToldPager.reminder());
        pager.restart();
        pager.tell(ToldPager.reminder());
        assertThat(pager.sent).hasSize(1);

        pager.clock.pass(Duration.ofSeconds(1));
        pager.tell(ToldPager.reminder());

        assertThat(pager.sent).hasSize(2);
    }

    @Test
    void tellsAtOnceThatAnAlertFiresAgain() {
        pager.tell(ToldPager.firing());
        pager.tell(ToldPager.resolved());
        pager.tell(ToldPager.firing());

        assertThat(pager.sent).containsExactly("FIRING f1", "RESOLVED f1", "FIRING f1");
    }

    @Test
    void tellsNothingOfWhatNobodyIsToBeToldOf() {
        Alert quiet = ToldPager.firing();
        quiet.setQuiet(true);
        Alert unimportant = ToldPager.firing();
        unimportant.setSeverity(AlertSeverity.INFO);
        pager.tell(quiet);
        pager.tell(unimportant);
        pager.tell(ToldPager.alert(AlertPhase.PENDING, AlertCause.BEGAN));
        pager.tell(ToldPager.alert(AlertPhase.FIRING, AlertCause.ACKNOWLEDGED));
        pager.tell(ToldPager.resolved());

        assertThat(pager.sent).isEmpty();
        assertThat(pager.log.written).isEmpty();
    }

    @Test
    void tellsThatItIsOver_evenIfTheAlertIsQuietOrUnimportantByThen() {
        pager.tell(ToldPager.firing());
        Alert resolved = ToldPager.resolved();
        resolved.setQuiet(true);
        resolved.setSeverity(AlertSeverity.INFO);
        pager.tell(resolved);

        assertThat(pager.sent).containsExactly("FIRING f1", "RESOLVED f1");
    }

    @Test
    void tellsAgainAtTheNextNewsWhatWasRefused() {
        pager.answer = Answer.of(401, Optional.empty());
        pager.tell(ToldPager.firing());
        pager.answer = Answer.of(200, Optional.empty());
        pager.tell(ToldPager.reminder());

        assertThat(pager.sent).hasSize(2);
        assertThat(pager.newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.ACCEPTED);
    }

    @Test
    void tellsAgainWhatWasDropped() {
        pager.answer = Answer.missing("no connection");
        pager.courier.take(ToldPager.firing());
        pager.courier.step();
        pager.courier.drop();
        assertThat(pager.status().nextTry()).isEmpty();
        pager.answer = Answer.of(200, Optional.empty());
        pager.tell(ToldPager.firing());

        assertThat(pager.newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.ACCEPTED);
    }
}
