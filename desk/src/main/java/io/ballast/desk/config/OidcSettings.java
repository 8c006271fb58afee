/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.config;

import java.net.URI;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Who says who somebody is.
 *
 * @param issuer  of the tokens, exactly as they name it
 * @param clientId  the desk's name there; tokens have to be meant for it
 * @param clientSecret  empty: a public client
 * @param deskUrl  where browsers find the desk
 * @param portfoliosClaim  says which portfolios somebody sees
 * @param actClaim  says whether somebody may act
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        Optional<Password> clientSecret,
        URI deskUrl,
        String portfoliosClaim,
        String actClaim) {

    public static final String CALLBACK_PATH = "/auth/callback";

    /** Empty: nobody is asked. */
    static Optional<OidcSettings> of(AbstractConfig config) {
        if (config.getString(DeskKeys.OIDC_ISSUER).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new OidcSettings(
                address(config, DeskKeys.OIDC_ISSUER),
                required(config, DeskKeys.OIDC_CLIENT_ID),
                Optional.of(config.getPassword(DeskKeys.OIDC_CLIENT_SECRET))
                        .filter(secret -> !secret.value().isBlank()),
                address(config, DeskKeys.OIDC_DESK_URL),
                config.getString(DeskKeys.OIDC_PORTFOLIOS_CLAIM),
                config.getString(DeskKeys.OIDC_ACT_CLAIM)));
    }

    private static URI address(AbstractConfig config, String key) {
        String text = required(config, key);
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && isSafe(key, address)) {
                return address;
            }
        } catch (IllegalArgumentException garbled) {
            throw new ConfigException(key, text, "is no address: " + garbled.getMessage());
        }
        throw new ConfigException(key, text, "must be an https address; plain http is for this machine alone");
    }

    private static boolean isSafe(String key, URI address) {
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && DeskSettings.isLoopback(key, address.getHost());
    }

    private static String required(AbstractConfig config, String key) {
        String text = config.getString(key);
        if (text.isBlank()) {
            throw new ConfigException(key, text, "is needed where " + DeskKeys.OIDC_ISSUER + " is given");
        }
        return text;
    }

    /** Where the provider sends browsers back to; it has to know this address. */
    public String callback() {
        return deskUrl.toString().replaceFirst("/$", "") + CALLBACK_PATH;
    }

    /** Whether browsers come by TLS, so that cookies need not be sent without. */
    public boolean isSecure() {
        return "https".equals(deskUrl.getScheme());
    }
}
