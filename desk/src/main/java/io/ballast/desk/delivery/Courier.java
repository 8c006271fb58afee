/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertDeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver of alerts, one after the other: takes one on, and tries until the receiver has accepted or refused it, or it has
 * to be given up. Never waits. Not thread-safe.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Receiver receiver;
    private final Sender sender;
    private final DeliveryLog log;
    private final InstantSource clock;
    private final RetryDelay delay;
    private final RateLimit limit;
    private final ReceiverProgress progress;

    /** Of the receiver, in a row, whatever the alert. */
    private int failures;
    /** The receiver is left alone until then, whatever the alert. */
    private Instant notBefore = Instant.MIN;

    private Alert alert;
    private Instant deadline;
    private int attempts;
    private AlertDelivery settled;

    Courier(
            Receiver receiver,
            Sender sender,
            DeliveryLog log,
            InstantSource clock,
            RetryDelay delay,
            ReceiverProgress progress) {
        this.receiver = receiver;
        this.sender = sender;
        this.log = log;
        this.clock = clock;
        this.delay = delay;
        this.limit = new RateLimit(receiver.terms().perMinute());
        this.progress = progress;
    }

    /** Takes an alert on, if it is news to the receiver; false: there is nothing to do about it. */
    boolean take(Alert next) {
        Instant now = clock.instant();
        if (!NewsRule.isNews(next, receiver, log.last(next.getFingerprint()), now)) {
            return false;
        }
        alert = next;
        deadline = now.plus(receiver.terms().giveUpAfter());
        attempts = 0;
        settled = null;
        return true;
    }

    /**
     * Goes on with what was taken on, as far as that can be done now.
     *
     * @return true if it is settled, and the log has it
     * @throws org.apache.kafka.common.KafkaException if the log cannot be written; nothing is sent again for that
     */
    boolean step() {
        if (settled == null) {
            settled = attempt().orElse(null);
        }
        if (settled == null) {
            return false;
        }
        log.write(settled);
        progress.settled(settled);
        alert = null;
        return true;
    }

    /** Forgets what was taken on: somebody else will do it, or we shall later. */
    void drop() {
        alert = null;
        settled = null;
        progress.dropped();
    }

    private Optional<AlertDelivery> attempt() {
        Instant now = clock.instant();
        Instant due = notBefore.isAfter(limit.freeAt()) ? notBefore : limit.freeAt();
        if (now.isBefore(due)) {
            progress.waitsUntil(due);
            return Optional.empty();
        }
        limit.use(now);
        attempts++;
        Answer answer = sender.send(receiver.format().post(alert, now));
        return answer.kind() == Answer.Kind.NOT_NOW ? putOff(answer) : Optional.of(settle(answer));
    }

    private AlertDelivery settle(Answer answer) {
        failures = 0;
        if (answer.kind() == Answer.Kind.ACCEPTED) {
            return delivery(AlertDeliveryOutcome.ACCEPTED, answer);
        }
        LOG.warn(
                "Receiver {} refused alert {} ({}) with {}: it is not told again until there is news of it",
                receiver.name(),
                alert.getFingerprint(),
                alert.getRuleId(),
                answer.problem());
        return delivery(AlertDeliveryOutcome.REFUSED, answer);
    }

    private Optional<AlertDelivery> putOff(Answer answer) {
        failures++;
        Instant now = clock.instant();
        Duration pause = delay.after(failures, answer.retryAfter());
        notBefore = now.plus(pause);
        progress.failed(now, answer.problem());
        LOG.warn(
                "Receiver {} did not take alert {}: {}; tried again after {} ms",
                receiver.name(),
                alert.getFingerprint(),
                answer.problem(),
                pause.toMillis());
        if (notBefore.isBefore(deadline)) {
            progress.waitsUntil(notBefore);
            return Optional.empty();
        }
        LOG.error(
                "Gave up telling receiver {} of alert {} ({}) after {} attempts",
                receiver.name(),
                alert.getFingerprint(),
                alert.getRuleId(),
                attempts);
        return Optional.of(delivery(AlertDeliveryOutcome.GIVEN_UP, answer));
    }

    private AlertDelivery delivery(AlertDeliveryOutcome outcome, Answer answer) {
        AlertDelivery delivery = new AlertDelivery();
        delivery.setReceiver(receiver.name());
        delivery.setFingerprint(alert.getFingerprint());
        delivery.setRuleId(alert.getRuleId());
        delivery.setPortfolio(alert.getPortfolio());
        delivery.setState(alert.getState());
        delivery.setOutcome(outcome);
        delivery.setAttempts(attempts);
        delivery.setHttpStatus(answer.status().orElse(null));
        delivery.setProblem(answer.problem().isEmpty() ? null : answer.problem());
        delivery.setAlertTime(alert.getEventTime());
        delivery.setTold(clock.instant().truncatedTo(ChronoUnit.MICROS));
        return delivery;
    }
}
