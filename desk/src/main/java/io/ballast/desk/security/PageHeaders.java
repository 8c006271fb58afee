/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What browsers are told to allow: our own files alone. The one script that stands in the page itself, the import map, is named by
 * its hash.
 */
public final class PageHeaders {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String policy;

    /** @param page  the page, which has one import map */
    public PageHeaders(String page) {
        this.policy = "default-src 'self'; script-src 'self' 'sha256-"
                + Base64.getEncoder().encodeToString(Sha256.of(importMap(page))) + "'; object-src 'none'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Sets them on an answer. */
    public void set(Context request) {
        request.header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static String importMap(String page) {
        Matcher map = IMPORT_MAP.matcher(page);
        if (!map.find()) {
            throw new IllegalArgumentException("the page has no import map");
        }
        return map.group(1);
    }
}
