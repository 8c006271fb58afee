/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import java.util.List;
import java.util.Locale;

/** Tells which settings must not be shown. */
final class Secrets {

    static final String MASK = "********";

    private static final List<String> MARKS = List.of(
            "password",
            "passphrase",
            "jaas",
            "token",
            "user.info",
            "secret",
            "credential",
            "private.key",
            "keystore.key");
    /** {@code user:password@} in an address. */
    private static final String USER_INFO = "//[^/@\\s]*@";

    private Secrets() {}

    static String masked(String key, Object value) {
        String lower = key.toLowerCase(Locale.ROOT);
        boolean names = lower.endsWith(".source") || lower.endsWith(".class") || lower.endsWith(".url");
        if (!names && MARKS.stream().anyMatch(lower::contains)) {
            return MASK;
        }
        return String.valueOf(value).replaceAll(USER_INFO, "//***@");
    }
}
