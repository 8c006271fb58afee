/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schemas.settings.YamlMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/** Addresses in a receivers file. */
final class Addresses {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Addresses() {}

    /**
     * An address that a request can go to. What is wrong with it is said without it: it may be secret.
     *
     * @param key  that it stands under, or the file or variable that it is in
     * @throws ConfigException if it is none
     */
    static URI require(YamlMap written, String key, String text) {
        try {
            URI address = new URI(text.strip());
            if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null) {
                throw written.wrong(key, key + " is no address that begins with http:// or https://");
            }
            if (address.getUserInfo() != null) {
                throw written.wrong(key, key + " has a user in it; say who we are by authorization_file");
            }
            return address;
        } catch (URISyntaxException garbled) {
            throw written.wrong(key, key + " is no address: " + garbled.getReason());
        }
    }
}
