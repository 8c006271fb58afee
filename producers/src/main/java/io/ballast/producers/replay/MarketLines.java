/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.InputFile;
import io.ballast.producers.files.LineReader;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.replay.market.InstrumentNames;
import io.ballast.producers.replay.market.MarketForms;
import io.ballast.producers.replay.market.MarketLineParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What one file of market data says, in the file's own order. Holds one observation, and at first the lines by which the form is
 * told. Mutable, single-threaded.
 */
final class MarketLines implements Iterator<Observed>, AutoCloseable {

    /** Hears of lines that become no observation. */
    interface Listener {

        void unreadable(SourceLine line, MalformedLogException problem);

        /** @param why  in words */
        void saysNothing(String why);
    }

    private final LineReader reader;
    private final Listener listener;
    private final Deque<SourceLine> lookedAt = new ArrayDeque<>();
    private final MarketLineParser parser;
    private Optional<Observed> next = Optional.empty();
    private boolean ended;
    private Instant latest = Instant.MIN;
    private long lines;
    private long outOfOrder;

    private MarketLines(LineReader reader, InstrumentNames names, Listener listener) {
        this.reader = reader;
        this.listener = listener;
        this.parser = recognise(names);
    }

    /**
     * Opens a file.
     *
     * @throws InputException if it cannot be read or has none of the forms that are known
     */
    static MarketLines open(Path file, InstrumentNames names, Listener listener) {
        LineReader reader = new LineReader(InputFile.open(file));
        try {
            return new MarketLines(reader, names, listener);
        } catch (RuntimeException e) {
            close(reader);
            throw e;
        }
    }

    private MarketLineParser recognise(InstrumentNames names) {
        while (lookedAt.size() < MarketForms.LINES_LOOKED_AT) {
            Optional<SourceLine> line = reader.next();
            if (line.isEmpty()) {
                break;
            }
            lookedAt.add(line.get());
        }
        return MarketForms.of(List.copyOf(lookedAt))
                .map(form -> {
                    MarketLineParser chosen = form.parser(lookedAt.getFirst(), names);
                    if (form.isHeader(lookedAt.getFirst())) {
                        lookedAt.removeFirst();
                        lines++;
                    }
                    return chosen;
                })
                .orElseThrow(() -> new InputException(
                        reader.file().path() + " looks like no market data: known are Binance's klines, aggTrades and"
                                + " trades, and Tardis' trades, derivative_ticker and options_chain"));
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !ended) {
            Optional<SourceLine> line = nextLine();
            line.ifPresent(this::read);
            ended = line.isEmpty();
        }
        return next.isPresent();
    }

    private Optional<SourceLine> nextLine() {
        Optional<SourceLine> line = lookedAt.isEmpty() ? reader.next() : Optional.of(lookedAt.removeFirst());
        lines += line.isPresent() ? 1 : 0;
        return line;
    }

    private void read(SourceLine line) {
        if (line.content().length == 0) {
            return;
        }
        try {
            next = parser.parse(line);
            if (next.isEmpty()) {
                listener.saysNothing(parser.sayingNothing());
            }
        } catch (MalformedLogException e) {
            listener.unreadable(line, e);
        }
    }

    @Override
    public Observed next() {
        if (!hasNext()) {
            throw new NoSuchElementException(reader.file().path() + " is at its end");
        }
        Observed observed = next.orElseThrow();
        next = Optional.empty();
        outOfOrder += observed.time().isBefore(latest) ? 1 : 0;
        latest = observed.time();
        return observed;
    }

    Path path() {
        return reader.file().path();
    }

    /** Lines taken so far. */
    long lines() {
        return lines;
    }

    /** Observations that were earlier than the one before them. */
    long outOfOrder() {
        return outOfOrder;
    }

    /** Bytes of the file read so far, as they lie on disk. */
    long bytesRead() {
        return reader.file().bytesRead();
    }

    @Override
    public void close() {
        close(reader);
    }

    private static void close(LineReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new InputException(reader.file().path() + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
