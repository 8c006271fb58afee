/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.desk.Alerts;
import io.ballast.desk.Samples;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertDeliveryOutcome;
import io.ballast.schema.AlertPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a courier does until an alert is settled. */
class CourierTest {
    private final ToldPager pager = new ToldPager(100);

    @Test
    void tellsThatAnAlertFires_andThatItIsOver() {
        pager.tell(ToldPager.firing());
        pager.tell(ToldPager.resolved());

        assertThat(pager.sent).containsExactly("FIRING f1", "RESOLVED f1");
        assertThat(pager.log.written).extracting(AlertDelivery::getOutcome).containsOnly(AlertDeliveryOutcome.ACCEPTED);
        assertThat(pager.newest().getReceiver()).isEqualTo("pager");
        assertThat(pager.newest().getHttpStatus()).isEqualTo(200);
        assertThat(pager.newest().getProblem()).isNull();
        assertThat(pager.newest().getTold()).isEqualTo(MovedClock.START);
        assertThat(pager.newest().getAlertTime()).isEqualTo(Samples.TIME);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 408, 429, 500, 502, 503})
    void triesAgainWhatPasses(int status) {
        pager.answer = Answer.of(status, Optional.empty());
        assertThat(pager.courier.take(ToldPager.firing())).isTrue();
        assertThat(pager.courier.step()).isFalse();
        assertThat(pager.status().problem()).isEqualTo("HTTP " + status);
        assertThat(pager.status().failingSince()).contains(MovedClock.START);

        pager.answer = Answer.of(202, Optional.empty());
        pager.clock.pass(Duration.ofSeconds(1));

        assertThat(pager.courier.step()).isTrue();
        assertThat(pager.sent).hasSize(2);
        assertThat(pager.newest().getAttempts()).isEqualTo(2);
        assertThat(pager.status().failingSince()).isEmpty();
        assertThat(pager.status().accepted()).isEqualTo(1);
        assertThat(pager.status().failed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void doesNotTryAgainWhatIsRefused_andSaysSo(int status) {
        pager.answer = Answer.of(status, Optional.empty());
        pager.tell(ToldPager.firing());

        assertThat(pager.sent).hasSize(1);
        assertThat(pager.newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.REFUSED);
        assertThat(pager.newest().getProblem()).isEqualTo("HTTP " + status);
        assertThat(pager.status().refused()).isEqualTo(1);
        assertThat(pager.status().problem()).isEqualTo("HTTP " + status);
    }

    @Test
    void leavesAReceiverAloneAsLongAsItAsks() {
        pager.answer = Answer.of(429, Optional.of(Duration.ofMinutes(7)));
        pager.courier.take(ToldPager.firing());
        pager.courier.step();
        pager.answer = Answer.of(200, Optional.empty());

        pager.clock.pass(Duration.ofMinutes(7).minusMillis(1));
        assertThat(pager.courier.step()).isFalse();
        assertThat(pager.sent).hasSize(1);
        assertThat(pager.status().nextTry()).contains(MovedClock.START.plus(Duration.ofMinutes(7)));

        pager.clock.pass(Duration.ofMillis(1));
        assertThat(pager.courier.step()).isTrue();
    }

    @Test
    void waitsLongerAfterEachFailure() {
        pager.answer = Answer.missing("no connection");
        pager.courier.take(ToldPager.firing());
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 5; attempt++) {
            pager.courier.step();
            Duration wait = Duration.between(
                    pager.clock.instant(), pager.status().nextTry().orElseThrow());
            waits.add(wait);
            pager.clock.pass(wait);
        }

        for (int failure = 0; failure < waits.size(); failure++) {
            assertThat(waits.get(failure).toMillis()).isBetween(500L << failure, 1000L << failure);
        }
    }

    @Test
    void givesUpAfterTheTimeGiven_andGoesOnWithTheNext() {
        pager.answer = Answer.missing("no connection: ConnectException");
        pager.tell(ToldPager.firing());

        assertThat(pager.newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.GIVEN_UP);
        assertThat(pager.newest().getProblem()).isEqualTo("no connection: ConnectException");
        assertThat(pager.newest().getHttpStatus()).isNull();
        assertThat(pager.newest().getAttempts()).isEqualTo(pager.sent.size()).isGreaterThan(5);
        assertThat(Duration.between(MovedClock.START, pager.clock.instant())).isLessThanOrEqualTo(ToldPager.GIVE_UP);
        assertThat(pager.status().givenUp()).isEqualTo(1);
        assertThat(pager.status().failingSince()).as("it is still not there").contains(MovedClock.START);

        pager.answer = Answer.of(200, Optional.empty());
        pager.tell(ToldPager.resolved());

        assertThat(pager.newest().getState()).as("it may know").isEqualTo(AlertPhase.RESOLVED);
    }

    @Test
    void makesNoMoreRequestsInAnyMinuteThanAllowed() {
        ToldPager limited = new ToldPager(2);
        for (String fingerprint : List.of("f1", "f2", "f3")) {
            limited.courier.take(Samples.withDefaults(Alerts.firing(fingerprint)));
            if (limited.courier.step()) {
                limited.clock.pass(Duration.ofSeconds(20));
            }
        }
        assertThat(limited.sent).containsExactly("FIRING f1", "FIRING f2");

        limited.clock.pass(Duration.ofSeconds(20).minusMillis(1));
        assertThat(limited.courier.step()).isFalse();
        limited.clock.pass(Duration.ofMillis(1));
        assertThat(limited.courier.step()).isTrue();
        assertThat(limited.sent).hasSize(3);
    }

    @Test
    void sendsNothingAgain_becauseTheLogCannotBeWritten() {
        pager.log.broken = true;
        pager.courier.take(ToldPager.firing());
        assertThatThrownBy(() -> pager.courier.step()).isInstanceOf(KafkaException.class);
        pager.log.broken = false;

        assertThat(pager.courier.step()).isTrue();
        assertThat(pager.sent).hasSize(1);
        assertThat(pager.log.written).hasSize(1);
    }
}
