/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * How a desk is served.
 *
 * @param port  0: any that is free
 * @param tokensFile  empty: no sign-in
 * @param historyPoints  of positions, and as many of portfolios
 * @param mostStreams  open at once
 */
public record DeskSettings(String host, int port, Optional<Path> tokensFile, long historyPoints, int mostStreams) {
    public DeskSettings {
        if (tokensFile.isEmpty() && !isLoopback(host)) {
            throw new ConfigException(
                    DeskKeys.HOST,
                    host,
                    "is no loopback address: without " + DeskKeys.TOKENS_FILE + " everybody could see everything");
        }
    }

    /** @throws ConfigException if it would be open to others without sign-in, or the host is not known */
    public static DeskSettings of(AbstractConfig config) {
        String tokens = config.getString(DeskKeys.TOKENS_FILE);
        return new DeskSettings(
                config.getString(DeskKeys.HOST),
                config.getInt(DeskKeys.PORT),
                tokens.isBlank() ? Optional.empty() : Optional.of(Path.of(tokens)),
                config.getLong(DeskKeys.HISTORY_POINTS),
                config.getInt(DeskKeys.STREAMS));
    }

    public DeskSettings withPort(int other) {
        return new DeskSettings(host, other, tokensFile, historyPoints, mostStreams);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ConfigException(DeskKeys.HOST, host, "is not known: " + unknown.getMessage());
        }
    }
}
