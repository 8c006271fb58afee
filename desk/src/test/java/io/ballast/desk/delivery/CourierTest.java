/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ballast.desk.Alerts;
import io.ballast.desk.Samples;
import io.ballast.desk.security.Entitlement;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertDeliveryOutcome;
import io.ballast.schema.AlertPhase;
import io.ballast.schema.AlertSeverity;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {
    private static final Duration RENOTIFY = Duration.ofHours(1);
    private static final Duration GIVE_UP = Duration.ofMinutes(30);

    private final MovedClock clock = new MovedClock();
    private final MemoryLog log = new MemoryLog();
    private final List<String> sent = new ArrayList<>();
    private Answer answer = Answer.of(200, Optional.empty());
    private final Receiver receiver = receiver(100);
    private final ReceiverProgress progress = new ReceiverProgress();
    private Courier courier = courier(receiver);

    private static Receiver receiver(int perMinute) {
        return new Receiver(
                "pager",
                ReceiverKind.PAGERDUTY,
                new AlertSelector(AlertSeverity.WARNING, Entitlement.everything(), Set.of(), Map.of()),
                new DeliveryTerms(RENOTIFY, perMinute, GIVE_UP, Duration.ofSeconds(1)),
                (alert, now) -> new Post(
                        URI.create("http://127.0.0.1/"),
                        Optional.empty(),
                        TextNode.valueOf(alert.getState() + " " + alert.getFingerprint())));
    }

    private Courier courier(Receiver of) {
        return new Courier(of, this::send, log, clock, new RetryDelay(new Random(1)), progress);
    }

    private Answer send(Post post) {
        sent.add(post.body().asText());
        return answer;
    }

    private static Alert alert(AlertPhase state, AlertCause cause) {
        Alert alert = Samples.withDefaults(Alerts.firing("f1"));
        alert.setState(state);
        alert.setCause(cause);
        return alert;
    }

    private static Alert firing() {
        return alert(AlertPhase.FIRING, AlertCause.HELD);
    }

    private static Alert reminder() {
        return alert(AlertPhase.FIRING, AlertCause.REMINDER);
    }

    private static Alert resolved() {
        return alert(AlertPhase.RESOLVED, AlertCause.CLEARED);
    }

    /** Takes it on and goes on to the end, with time passing. */
    private void tell(Alert alert) {
        if (courier.take(alert)) {
            while (!courier.step()) {
                clock.pass(Duration.ofSeconds(1));
            }
        }
    }

    private AlertDelivery newest() {
        return log.written.get(log.written.size() - 1);
    }

    private ReceiverStatus status() {
        return progress.status(receiver, true);
    }

    @Test
    void tellsThatAnAlertFires_andThatItIsOver() {
        tell(firing());
        tell(resolved());

        assertThat(sent).containsExactly("FIRING f1", "RESOLVED f1");
        assertThat(log.written).extracting(AlertDelivery::getOutcome).containsOnly(AlertDeliveryOutcome.ACCEPTED);
        assertThat(newest().getReceiver()).isEqualTo("pager");
        assertThat(newest().getHttpStatus()).isEqualTo(200);
        assertThat(newest().getProblem()).isNull();
        assertThat(newest().getTold()).isEqualTo(MovedClock.START);
        assertThat(newest().getAlertTime()).isEqualTo(Samples.TIME);
    }

    @Test
    void tellsNothingTwiceWithinTheInterval_alsoAfterARestart() {
        tell(firing());
        clock.pass(RENOTIFY.minusSeconds(1));
        tell(reminder());
        courier = courier(receiver);
        tell(reminder());
        assertThat(sent).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        tell(reminder());

        assertThat(sent).hasSize(2);
    }

    @Test
    void tellsAtOnceThatAnAlertFiresAgain() {
        tell(firing());
        tell(resolved());
        tell(firing());

        assertThat(sent).containsExactly("FIRING f1", "RESOLVED f1", "FIRING f1");
    }

    @Test
    void tellsNothingOfWhatNobodyIsToBeToldOf() {
        Alert quiet = firing();
        quiet.setQuiet(true);
        Alert unimportant = firing();
        unimportant.setSeverity(AlertSeverity.INFO);
        tell(quiet);
        tell(unimportant);
        tell(alert(AlertPhase.PENDING, AlertCause.BEGAN));
        tell(alert(AlertPhase.FIRING, AlertCause.ACKNOWLEDGED));
        tell(resolved());

        assertThat(sent).isEmpty();
        assertThat(log.written).isEmpty();
    }

    @Test
    void tellsThatItIsOver_evenIfTheAlertIsQuietOrUnimportantByThen() {
        tell(firing());
        Alert resolved = resolved();
        resolved.setQuiet(true);
        resolved.setSeverity(AlertSeverity.INFO);
        tell(resolved);

        assertThat(sent).containsExactly("FIRING f1", "RESOLVED f1");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 408, 429, 500, 502, 503})
    void triesAgainWhatPasses(int status) {
        answer = Answer.of(status, Optional.empty());
        assertThat(courier.take(firing())).isTrue();
        assertThat(courier.step()).isFalse();
        assertThat(status().problem()).isEqualTo("HTTP " + status);
        assertThat(status().failingSince()).contains(MovedClock.START);

        answer = Answer.of(202, Optional.empty());
        clock.pass(Duration.ofSeconds(1));

        assertThat(courier.step()).isTrue();
        assertThat(sent).hasSize(2);
        assertThat(newest().getAttempts()).isEqualTo(2);
        assertThat(status().failingSince()).isEmpty();
        assertThat(status().accepted()).isEqualTo(1);
        assertThat(status().failed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void doesNotTryAgainWhatIsRefused_andSaysSo(int status) {
        answer = Answer.of(status, Optional.empty());
        tell(firing());

        assertThat(sent).hasSize(1);
        assertThat(newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.REFUSED);
        assertThat(newest().getProblem()).isEqualTo("HTTP " + status);
        assertThat(status().refused()).isEqualTo(1);
        assertThat(status().problem()).isEqualTo("HTTP " + status);
    }

    @Test
    void tellsAgainAtTheNextNewsWhatWasRefused() {
        answer = Answer.of(401, Optional.empty());
        tell(firing());
        answer = Answer.of(200, Optional.empty());
        tell(reminder());

        assertThat(sent).hasSize(2);
        assertThat(newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.ACCEPTED);
    }

    @Test
    void leavesAReceiverAloneAsLongAsItAsks() {
        answer = Answer.of(429, Optional.of(Duration.ofMinutes(7)));
        courier.take(firing());
        courier.step();
        answer = Answer.of(200, Optional.empty());

        clock.pass(Duration.ofMinutes(7).minusMillis(1));
        assertThat(courier.step()).isFalse();
        assertThat(sent).hasSize(1);
        assertThat(status().nextTry()).contains(MovedClock.START.plus(Duration.ofMinutes(7)));

        clock.pass(Duration.ofMillis(1));
        assertThat(courier.step()).isTrue();
    }

    @Test
    void waitsLongerAfterEachFailure() {
        answer = Answer.missing("no connection");
        courier.take(firing());
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 5; attempt++) {
            courier.step();
            Duration wait = Duration.between(clock.instant(), status().nextTry().orElseThrow());
            waits.add(wait);
            clock.pass(wait);
        }

        for (int failure = 0; failure < waits.size(); failure++) {
            assertThat(waits.get(failure).toMillis()).isBetween(500L << failure, 1000L << failure);
        }
    }

    @Test
    void givesUpAfterTheTimeGiven_andGoesOnWithTheNext() {
        answer = Answer.missing("no connection: ConnectException");
        tell(firing());

        assertThat(newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.GIVEN_UP);
        assertThat(newest().getProblem()).isEqualTo("no connection: ConnectException");
        assertThat(newest().getHttpStatus()).isNull();
        assertThat(newest().getAttempts()).isEqualTo(sent.size()).isGreaterThan(5);
        assertThat(Duration.between(MovedClock.START, clock.instant())).isLessThanOrEqualTo(GIVE_UP);
        assertThat(status().givenUp()).isEqualTo(1);
        assertThat(status().failingSince()).as("it is still not there").contains(MovedClock.START);

        answer = Answer.of(200, Optional.empty());
        tell(resolved());

        assertThat(newest().getState()).as("it may know").isEqualTo(AlertPhase.RESOLVED);
    }

    @Test
    void makesNoMoreRequestsInAnyMinuteThanAllowed() {
        courier = courier(receiver(2));
        for (String fingerprint : List.of("f1", "f2", "f3")) {
            courier.take(Samples.withDefaults(Alerts.firing(fingerprint)));
            if (courier.step()) {
                clock.pass(Duration.ofSeconds(20));
            }
        }
        assertThat(sent).containsExactly("FIRING f1", "FIRING f2");

        clock.pass(Duration.ofSeconds(20).minusMillis(1));
        assertThat(courier.step()).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(courier.step()).isTrue();
        assertThat(sent).hasSize(3);
    }

    @Test
    void sendsNothingAgain_becauseTheLogCannotBeWritten() {
        log.broken = true;
        courier.take(firing());
        assertThatThrownBy(() -> courier.step()).isInstanceOf(KafkaException.class);
        log.broken = false;

        assertThat(courier.step()).isTrue();
        assertThat(sent).hasSize(1);
        assertThat(log.written).hasSize(1);
    }

    @Test
    void tellsAgainWhatWasDropped() {
        answer = Answer.missing("no connection");
        courier.take(firing());
        courier.step();
        courier.drop();
        assertThat(status().nextTry()).isEmpty();
        answer = Answer.of(200, Optional.empty());
        tell(firing());

        assertThat(newest().getOutcome()).isEqualTo(AlertDeliveryOutcome.ACCEPTED);
    }
}
