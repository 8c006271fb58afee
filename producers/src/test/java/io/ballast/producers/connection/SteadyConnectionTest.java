/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SteadyConnectionTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofHours(23));

    private final FakeDialer dialer = new FakeDialer();
    private final Talk talk = new Talk();
    private long nowNanos;
    private final SteadyConnection connection = new SteadyConnection(
            "venue", URI.create("ws://venue"), PATIENCE, dialer, talk, new SplittableRandom(1), () -> nowNanos);

    /** Says hello, answers questions, and takes everything else for useful but for noise. */
    private static final class Talk implements Conversation {

        private final List<String> heard = new ArrayList<>();
        private Optional<String> ping = Optional.empty();

        @Override
        public List<String> opening() {
            return List.of("hello", "subscribe");
        }

        @Override
        public Reaction hear(String message) {
            heard.add(message);
            return switch (message) {
                case "question" -> new Reaction(false, List.of("answer"), Optional.empty());
                case "noise" -> new Reaction(false, List.of(), Optional.empty());
                case "lost" -> new Reaction(false, List.of(), Optional.of("the thread is lost"));
                default -> new Reaction(true, List.of(), Optional.empty());
            };
        }

        @Override
        public Optional<String> ping() {
            return ping;
        }
    }

    private void after(Duration time) {
        nowNanos += time.toNanos();
        connection.keep();
    }

    private void connected() {
        connection.keep();
        dialer.latest().other().opened();
    }

    @Test
    void saysTheSameWordsOnEachLink() {
        connected();
        dialer.latest().other().ended("cut");
        after(LONGEST_WAIT);
        dialer.latest().other().opened();

        assertThat(dialer.dials()).isEqualTo(2);
        assertThat(dialer.link(0).sent()).containsExactly("hello", "subscribe");
        assertThat(dialer.link(1).sent()).containsExactly("hello", "subscribe");
        assertThat(connection.counts().opens()).isEqualTo(2);
        assertThat(connection.counts().losses()).isEqualTo(1);
        assertThat(connection.counts().lastLoss()).isEqualTo("cut");
    }

    @Test
    void answersQuestions() {
        connected();
        dialer.latest().other().text("question");

        assertThat(dialer.latest().sent()).endsWith("answer");
    }

    @Test
    void waitsLongerAfterEachFailureAndNeverLongerThanTheLimit() {
        List<Duration> waits = new ArrayList<>();
        for (int failure = 0; failure < 12; failure++) {
            connection.keep();
            int dials = dialer.dials();
            dialer.latest().other().ended("refused");
            long failedNanos = nowNanos;
            while (dialer.dials() == dials) {
                after(Duration.ofMillis(1));
            }
            waits.add(Duration.ofNanos(nowNanos - failedNanos));
        }

        assertThat(waits.get(0)).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
        assertThat(waits.get(3)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(2000));
        assertThat(waits).allMatch(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
        assertThat(waits.get(11)).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aLinkThatOnlyOpensDoesNotCountAsSuccess() {
        for (int i = 0; i < 8; i++) {
            connected();
            dialer.latest().other().text("noise");
            dialer.latest().other().ended("cut");
            after(LONGEST_WAIT);
        }
        dialer.latest().other().ended("cut");
        int dials = dialer.dials();
        after(Duration.ofSeconds(10));

        assertThat(dialer.dials()).as("still waiting").isEqualTo(dials);
    }

    @Test
    void aUsefulMessageMakesTheNextWaitShortAgain() {
        for (int i = 0; i < 8; i++) {
            connection.keep();
            dialer.latest().other().ended("refused");
            after(LONGEST_WAIT);
        }
        connected();
        dialer.latest().other().text("price");
        dialer.latest().other().ended("cut");
        int dials = dialer.dials();
        after(Duration.ofMillis(250));

        assertThat(dialer.dials()).isEqualTo(dials + 1);
    }

    @Test
    void aHandshakeThatDoesNotEndIsGivenUp() {
        connection.keep();
        after(PATIENCE.connecting());

        assertThat(dialer.latest().aborted()).isTrue();
        assertThat(connection.counts().lastLoss()).isEqualTo("no connection within 10000 ms");
    }

    @Test
    void pingsByTheProtocolOrByTheExchangesOwnWords() {
        connected();
        after(PATIENCE.pingEvery());
        dialer.latest().other().sign();
        assertThat(dialer.latest().pings()).isEqualTo(1);

        talk.ping = Optional.of("ping!");
        after(PATIENCE.pingEvery());
        assertThat(dialer.latest().pings()).isEqualTo(1);
        assertThat(dialer.latest().sent()).endsWith("ping!");
    }

    @Test
    void aHalfOpenLinkIsGivenUp() {
        connected();
        dialer.latest().other().text("price");
        after(Duration.ofSeconds(20));
        assertThat(dialer.latest().aborted()).isFalse();
        after(Duration.ofSeconds(10));

        assertThat(dialer.link(0).aborted()).isTrue();
        assertThat(connection.counts().open()).isFalse();
        assertThat(connection.counts().lastLoss()).isEqualTo("no sign of life for 30000 ms");
    }

    @Test
    void aLinkWithSignsOfLifeButNothingOfUseIsGivenUp() {
        connected();
        for (int i = 0; i < 12; i++) {
            after(Duration.ofSeconds(5));
            dialer.link(0).other().sign();
            dialer.link(0).other().text("noise");
        }

        assertThat(dialer.link(0).aborted()).isTrue();
        assertThat(connection.counts().lastLoss()).isEqualTo("nothing of use for 60000 ms");
    }

    @Test
    void isReplacedAtOnceBeforeTheExchangeCutsIt() {
        connected();
        long openedNanos = nowNanos;
        while (dialer.dials() == 1) {
            after(Duration.ofSeconds(10));
            dialer.latest().other().text("price");
        }

        assertThat(Duration.ofNanos(nowNanos - openedNanos))
                .isBetween(PATIENCE.life().multipliedBy(9).dividedBy(10), PATIENCE.life());
        assertThat(dialer.link(0).closed()).isTrue();
        assertThat(dialer.link(0).aborted()).isFalse();
        assertThat(connection.counts().renewals()).isEqualTo(1);
        assertThat(connection.counts().losses()).isZero();
    }

    @Test
    void startsOverWhenTheThreadIsLost() {
        connected();
        dialer.latest().other().text("lost");
        after(LONGEST_WAIT);

        assertThat(dialer.link(0).aborted()).isTrue();
        assertThat(dialer.dials()).isEqualTo(2);
    }

    @Test
    void doesNotListenToALinkThatItGaveUp() {
        connected();
        FakeDialer.FakeLink old = dialer.latest();
        old.other().ended("cut");
        after(LONGEST_WAIT);
        dialer.latest().other().opened();
        old.other().text("late");
        old.other().ended("again");
        old.other().opened();

        assertThat(talk.heard).isEmpty();
        assertThat(connection.counts().open()).isTrue();
        assertThat(connection.counts().losses()).isEqualTo(1);
    }

    @Test
    void staysClosed() {
        connected();
        connection.close();
        after(Duration.ofDays(1));

        assertThat(dialer.dials()).isEqualTo(1);
        assertThat(dialer.latest().closed()).isTrue();
        assertThat(connection.counts().open()).isFalse();
    }

    @Test
    void refusesPatienceThatWouldGiveUpQuietLinks() {
        Duration same = Duration.ofSeconds(10);

        assertThatThrownBy(() -> new Patience(same, same, same, same, same))
                .hasMessageContaining("10000 ms between pings");
    }
}
