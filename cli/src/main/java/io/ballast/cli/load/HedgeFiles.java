/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.InputFile;
import io.ballast.producers.files.LineReader;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.HedgeEvent;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.PositionClaim;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.json.JsonRecords;
import io.ballast.streams.portfolio.ClaimAdapter;
import io.ballast.streams.portfolio.PolicyAdapter;
import io.ballast.streams.record.HedgeEventAdapter;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hedge instruments, policies, hedge events and claims from files: JSON lines in the form in which {@code ballast watch --output json}
 * shows their values. Everything is checked before anything is written.
 */
public final class HedgeFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<OutgoingRecord> records = new ArrayList<>();
    private final Map<String, HedgeInstrument> instruments = new HashMap<>();

    private HedgeFiles() {}

    /** @throws InputException if one cannot be read or something in it makes no sense; the message has file and line */
    public static HedgeFiles read(Optional<Path> instruments, Optional<Path> policies, Optional<Path> events) {
        HedgeFiles files = new HedgeFiles();
        instruments.ifPresent(file -> each(file, HedgeInstrument.class, files::add));
        policies.ifPresent(file -> each(file, HedgePolicy.class, files::add));
        events.ifPresent(file -> each(file, HedgeEvent.class, files::add));
        return files;
    }

    /**
     * The same with claims, behind the others.
     *
     * @throws InputException if the file cannot be read or something in it makes no sense; the message has file and line
     */
    public HedgeFiles withClaims(Optional<Path> claims) {
        claims.ifPresent(file -> each(file, PositionClaim.class, this::add));
        return this;
    }

    /** Instruments first, then policies, events and claims, each in the order of its file. */
    public List<OutgoingRecord> records() {
        return List.copyOf(records);
    }

    private OutgoingRecord add(HedgeInstrument instrument) {
        HedgeInstrumentAdapter.instrument(instrument.getInstrumentId(), instrument);
        instruments.put(instrument.getInstrumentId(), instrument);
        return record(Topic.HEDGE_INSTRUMENTS, instrument.getInstrumentId(), instrument, instrument.getEventTime());
    }

    private OutgoingRecord add(HedgePolicy policy) {
        PolicyAdapter.requireSensible(policy);
        return record(Topic.POLICIES, policy.getPortfolio(), policy, policy.getEventTime());
    }

    private OutgoingRecord add(PositionClaim claim) {
        ClaimAdapter.requireSensible(claim);
        return record(Topic.CLAIMS, claim.getPortfolio(), claim, claim.getEventTime());
    }

    /** One of an instrument that is listed elsewhere is checked as far as that goes. */
    private OutgoingRecord add(HedgeEvent event) {
        HedgeEventAdapter.portfolio(event.getPortfolio(), event);
        String instrumentId = HedgeEventAdapter.instrumentId(event);
        HedgeInstrument instrument = instrumentId == null ? null : instruments.get(instrumentId);
        if (instrumentId == null || instrument != null) {
            HedgeEventAdapter.event(event, instrument);
        }
        return record(Topic.HEDGE_EVENTS, event.getPortfolio(), event, event.getEventTime());
    }

    private OutgoingRecord record(Topic topic, String key, SpecificRecord value, Instant time) {
        OutgoingRecord record = new OutgoingRecord(topic, key, value, time.toEpochMilli());
        records.add(record);
        return record;
    }

    private static <T extends SpecificRecord> void each(Path file, Class<T> type, Function<T, OutgoingRecord> action) {
        try (LineReader lines = new LineReader(InputFile.open(file))) {
            for (Optional<SourceLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                take(line.get(), type, action);
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException("cannot close " + file, unclosable);
        }
    }

    private static <T extends SpecificRecord> void take(
            SourceLine line, Class<T> type, Function<T, OutgoingRecord> action) {
        String text = new String(line.content(), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return;
        }
        String place = line.source() + ":" + line.number();
        try {
            JsonNode json = JSON.readTree(text);
            action.apply(JsonRecords.read(json, type));
        } catch (JsonProcessingException noJson) {
            throw new InputException(place + ": this is no JSON: " + noJson.getOriginalMessage(), noJson);
        } catch (IllegalArgumentException senseless) {
            throw new InputException(place + ": " + senseless.getMessage(), senseless);
        }
    }
}
