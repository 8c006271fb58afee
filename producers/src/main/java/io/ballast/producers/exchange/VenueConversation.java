/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.connection.Conversation;
import io.ballast.producers.exchange.market.LatestValues;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.exchange.venue.Heard;
import io.ballast.producers.exchange.venue.MalformedMessageException;
import io.ballast.producers.exchange.venue.VenueAdapter;
import io.ballast.producers.exchange.venue.VenueJson;
import io.ballast.producers.records.SourceLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Talks with one exchange by its adapter, and hands on what it says of markets. Mutable; called by one thread at a time. */
final class VenueConversation implements Conversation {

    private static final Logger log = LoggerFactory.getLogger(VenueConversation.class);

    /** Of a time further ahead nothing newer would count for as long; the topology refuses it, too. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    private static final Reaction NO_USE = new Reaction(false, List.of(), Optional.empty());

    private final String name;
    private final VenueAdapter adapter;
    private final LatestValues latest;
    private final UnreadableMessages unread;
    private final FeedCounts counts;
    private final InstantSource clock;
    private long messages;

    VenueConversation(
            String name,
            VenueAdapter adapter,
            LatestValues latest,
            UnreadableMessages unread,
            FeedCounts counts,
            InstantSource clock) {
        this.name = name;
        this.adapter = adapter;
        this.latest = latest;
        this.unread = unread;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public List<String> opening() {
        return adapter.opening();
    }

    @Override
    public Optional<String> ping() {
        return adapter.ping();
    }

    @Override
    public Reaction hear(String message) {
        messages++;
        if (adapter.isGreeting(message)) {
            return NO_USE;
        }
        Instant heardAt = clock.instant();
        try {
            return react(adapter.hear(VenueJson.read(message), heardAt), message, heardAt);
        } catch (MalformedMessageException malformed) {
            letter(message, malformed, heardAt);
        }
        return NO_USE;
    }

    private Reaction react(List<Heard> all, String message, Instant heardAt) {
        boolean useful = false;
        List<String> answers = new ArrayList<>();
        Optional<String> startOver = Optional.empty();
        for (Heard heard : all) {
            if (heard instanceof Heard.Market market) {
                useful |= take(market.observed(), message, heardAt);
            } else if (heard instanceof Heard.Question question) {
                answers.add(question.answer());
            } else if (heard instanceof Heard.StartOver over) {
                startOver = Optional.of(over.why());
            } else {
                count(heard, message, heardAt);
            }
        }
        return new Reaction(useful, answers, startOver);
    }

    private boolean take(Observed observed, String message, Instant heardAt) {
        Instant time = observed.time();
        if (time.isBefore(Instant.EPOCH) || time.isAfter(heardAt.plus(MOST_AHEAD))) {
            letter(
                    message,
                    new MalformedMessageException("time " + time + " is before 1970, or more than "
                            + MOST_AHEAD.toMinutes() + " minutes ahead of our " + heardAt),
                    heardAt);
            return false;
        }
        // Where the exchange tells no time it is ours.
        if (!time.equals(heardAt)) {
            counts.late(Duration.between(time, heardAt));
        }
        counts.observed(latest.offer(observed));
        return true;
    }

    private void count(Heard heard, String message, Instant heardAt) {
        if (heard instanceof Heard.Gap gap) {
            counts.gap(gap.missed());
        } else if (heard instanceof Heard.Repeat) {
            counts.repeat();
        } else if (heard instanceof Heard.Unknown unknown) {
            counts.unknown(unknown.type());
        } else if (heard instanceof Heard.Malformed malformed) {
            letter(message, new MalformedMessageException(malformed.why()), heardAt);
        } else if (heard instanceof Heard.Complaint complaint) {
            counts.complaint();
            log.warn("{} says: {}", name, complaint.words());
        }
    }

    private void letter(String message, MalformedMessageException problem, Instant heardAt) {
        SourceLine line = new SourceLine(name, messages, message.getBytes(StandardCharsets.UTF_8), true);
        counts.deadLetter(unread.add(line, problem, heardAt));
    }
}
