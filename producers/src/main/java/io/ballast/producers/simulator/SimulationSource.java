/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text by which a producer's progress names a simulation. It holds all options, so that a restart with other ones is
 * refused and not mixed in.
 */
public final class SimulationSource {

    /** Counts up when the same options come to give other records. */
    private static final int GENERATION = 1;

    private static final Pattern START = Pattern.compile("^simulator \\d+ .*\\bstart=(\\S+)");

    private SimulationSource() {}

    /** Names a simulation. */
    public static String of(SimulationOptions options) {
        return "simulator " + GENERATION
                + " seed=" + options.seed()
                + " start=" + options.tradingStart()
                + " interval=" + options.blockInterval()
                + " positions=" + options.positions()
                + " quotes=" + options.quotesPerBlock()
                + " swaps=" + options.noiseSwapsPerPool()
                + " actions=" + options.positionActions()
                + " markets=" + fingerprint(options.marketCorrelation() + " " + options.markets());
    }

    private static String fingerprint(String text) {
        UUID digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return digest.toString();
    }

    /**
     * When the trading of a simulation began, from its name: a restart that is not told must begin there again. Empty if
     * that is no simulation's name.
     */
    public static Optional<Instant> tradingStart(String source) {
        Matcher matcher = START.matcher(source);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(matcher.group(1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("start " + matcher.group(1) + " in [" + source + "] is no time", e);
        }
    }
}
