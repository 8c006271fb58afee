/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

import io.ballast.desk.api.ProblemException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Who a request is from, by what it brings: a bearer token, of the file or of the identity provider; the same with the holder's name in
 * front by the basic scheme, for tools that know no other; or the cookie of a sign-in by the identity provider.
 *
 * <p>Refusals ask for a bearer token only: asked for the basic scheme, a browser would put its own window over the page's.
 */
public final class SignIn {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Optional<Tokens> tokens;
    private final Optional<IdentityTokens> identities;

    public SignIn(Optional<Tokens> tokens, Optional<IdentityTokens> identities) {
        this.tokens = tokens;
        this.identities = identities;
    }

    /** Nobody has to. */
    boolean isOff() {
        return tokens.isEmpty() && identities.isEmpty();
    }

    /** Whether there is a tokens file. */
    public boolean byToken() {
        return tokens.isPresent();
    }

    /** Whether an identity provider is asked. */
    public boolean byProvider() {
        return identities.isPresent();
    }

    /** @throws ProblemException if it is nobody */
    User user(Context request) {
        String header = request.header("Authorization");
        String cookie = request.cookie(IdentityTokens.SESSION_COOKIE);
        if (header == null && cookie == null) {
            request.header("WWW-Authenticate", "Bearer");
            throw ProblemException.unauthorised("sign in: this desk wants a bearer token");
        }
        return (header == null ? ofProvider(cookie) : named(header)).orElseThrow(() -> {
            request.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            return ProblemException.unauthorised("this token is nobody's, or is over");
        });
    }

    private Optional<User> named(String header) {
        if (hasScheme(header, BEARER)) {
            String token = header.substring(BEARER.length()).strip();
            return ofFile(token).or(() -> ofProvider(token));
        }
        return hasScheme(header, BASIC)
                ? ofPair(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static boolean hasScheme(String header, String scheme) {
        return header.toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    private Optional<User> ofFile(String token) {
        return tokens.flatMap(file -> file.user(token));
    }

    private Optional<User> ofProvider(String token) {
        return identities.flatMap(provider -> provider.user(token));
    }

    private Optional<User> ofPair(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : ofFile(pair.substring(colon + 1))
                            .filter(user -> user.name().equals(pair.substring(0, colon)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
