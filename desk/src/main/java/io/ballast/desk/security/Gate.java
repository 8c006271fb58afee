/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

import io.ballast.desk.api.ProblemException;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;

/**
 * Lets requests in. Without sign-in only those that name this machine: a page elsewhere whose name was made to lead here names
 * another. What changes something must come from our own pages or from no page.
 */
public final class Gate {
    private static final String USER = "ballast.user";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SignIn signIn;

    public Gate(SignIn signIn) {
        this.signIn = signIn;
    }

    /** @throws ProblemException if it may not come in */
    public void admit(Context request) {
        requireOwnOrigin(request);
        if (signIn.isOff()) {
            requireLoopbackName(request);
            request.attribute(USER, User.LOCAL);
        } else {
            request.attribute(USER, signIn.user(request));
        }
    }

    private static void requireLoopbackName(Context request) {
        String host = request.host();
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        if (!LOOPBACK.contains(name)) {
            throw ProblemException.forbidden("host " + name + " is not this machine; without sign-in it has to be");
        }
    }

    private static void requireOwnOrigin(Context request) {
        String origin = request.header("Origin");
        if (origin != null && !isOwn(origin, request.host())) {
            throw ProblemException.forbidden("origin " + origin + " is not this desk");
        }
    }

    private static boolean isOwn(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equals(host);
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    /** Who was let in. */
    public static User user(Context request) {
        User user = request.attribute(USER);
        if (user == null) {
            throw new IllegalStateException("nobody was let in to " + request.path());
        }
        return user;
    }
}
