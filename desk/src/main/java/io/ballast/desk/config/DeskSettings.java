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
 * @param publishedOnLoopback  only this machine reaches it, whatever address it listens on
 * @param tokensFile  empty: nobody signs in by a token of it
 * @param oidc  empty: nobody signs in by an identity provider
 * @param receiversFile  empty: nobody is told of alerts
 * @param historyPoints  of positions, and as many of portfolios
 * @param mostStreams  open at once
 * @param links  where transactions can be looked up
 */
public record DeskSettings(
        String host,
        int port,
        boolean publishedOnLoopback,
        Optional<Path> tokensFile,
        Optional<OidcSettings> oidc,
        Optional<Path> receiversFile,
        long historyPoints,
        int mostStreams,
        TransactionLinks links) {
    public DeskSettings {
        boolean signIn = tokensFile.isPresent() || oidc.isPresent();
        if (!signIn && !publishedOnLoopback && !isLoopback(DeskKeys.HOST, host)) {
            throw new ConfigException(
                    DeskKeys.HOST,
                    host,
                    "is no loopback address: without " + DeskKeys.TOKENS_FILE + " or " + DeskKeys.OIDC_ISSUER
                            + " everybody could see everything; if nobody but this machine reaches it, "
                            + DeskKeys.PUBLISHED_ON_LOOPBACK + " says so");
        }
    }

    /** @throws ConfigException if it would be open to others without sign-in, or the host is not known */
    public static DeskSettings of(AbstractConfig config) {
        return new DeskSettings(
                config.getString(DeskKeys.HOST),
                config.getInt(DeskKeys.PORT),
                config.getBoolean(DeskKeys.PUBLISHED_ON_LOOPBACK),
                file(config, DeskKeys.TOKENS_FILE),
                OidcSettings.of(config),
                file(config, DeskKeys.RECEIVERS_FILE),
                config.getLong(DeskKeys.HISTORY_POINTS),
                config.getInt(DeskKeys.STREAMS),
                TransactionLinks.of(config.getList(DeskKeys.TRANSACTION_LINKS)));
    }

    private static Optional<Path> file(AbstractConfig config, String key) {
        return Optional.of(config.getString(key))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    public DeskSettings withPort(int other) {
        return new DeskSettings(
                host, other, publishedOnLoopback, tokensFile, oidc, receiversFile, historyPoints, mostStreams, links);
    }

    static boolean isLoopback(String key, String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ConfigException(key, host, "is not known: " + unknown.getMessage());
        }
    }
}
