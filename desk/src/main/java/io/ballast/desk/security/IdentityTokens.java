/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

import java.util.Optional;

/** Tokens that somebody else vouches for. */
public interface IdentityTokens {
    /** Holds a token in browsers that have signed in. */
    String SESSION_COOKIE = "ballast_session";

    /**
     * Whose token it is; empty: it is not to be believed.
     *
     * @throws io.ballast.desk.api.ProblemException if that cannot be found out now
     */
    Optional<User> user(String token);
}
