/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ballast.desk.Alerts;
import io.ballast.desk.Samples;
import io.ballast.desk.security.Entitlement;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertDelivery;
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

/** A pager that is told by a courier: what it was sent, what it answers, and what is kept of that. */
final class ToldPager {
    static final Duration RENOTIFY = Duration.ofHours(1);
    static final Duration GIVE_UP = Duration.ofMinutes(30);

    final MovedClock clock = new MovedClock();
    final MemoryLog log = new MemoryLog();
    final List<String> sent = new ArrayList<>();
    final ReceiverProgress progress = new ReceiverProgress();
    final Receiver receiver;
    Answer answer = Answer.of(200, Optional.empty());
    Courier courier;

    ToldPager(int perMinute) {
        receiver = new Receiver(
                "pager",
                ReceiverKind.PAGERDUTY,
                new AlertSelector(AlertSeverity.WARNING, Entitlement.everything(), Set.of(), Map.of()),
                new DeliveryTerms(RENOTIFY, perMinute, GIVE_UP, Duration.ofSeconds(1)),
                (alert, now) -> new Post(
                        URI.create("http://127.0.0.1/"),
                        Optional.empty(),
                        TextNode.valueOf(alert.getState() + " " + alert.getFingerprint())));
        restart();
    }

    /** With a courier that knows what is in the log, and nothing else. */
    void restart() {
        courier = new Courier(receiver, this::send, log, clock, new RetryDelay(new Random(1)), progress);
    }

    private Answer send(Post post) {
        sent.add(post.body().asText());
        return answer;
    }

    static Alert alert(AlertPhase state, AlertCause cause) {
        Alert alert = Samples.withDefaults(Alerts.firing("f1"));
        alert.setState(state);
        alert.setCause(cause);
        return alert;
    }

    static Alert firing() {
        return alert(AlertPhase.FIRING, AlertCause.HELD);
    }

    static Alert reminder() {
        return alert(AlertPhase.FIRING, AlertCause.REMINDER);
    }

    static Alert resolved() {
        return alert(AlertPhase.RESOLVED, AlertCause.CLEARED);
    }

    /** Takes it on and goes on to the end, with time passing. */
    void tell(Alert alert) {
        if (courier.take(alert)) {
            while (!courier.step()) {
                clock.pass(Duration.ofSeconds(1));
            }
        }
    }

    AlertDelivery newest() {
        return log.written.get(log.written.size() - 1);
    }

    ReceiverStatus status() {
        return progress.status(receiver, true);
    }
}
