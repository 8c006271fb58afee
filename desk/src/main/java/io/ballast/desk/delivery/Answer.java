/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one request.
 *
 * @param status  of HTTP; empty: there was no answer
 * @param retryAfter  how long the receiver wants to be left alone; empty: it does not say
 * @param problem  in words without addresses and secrets; empty if it was accepted
 */
record Answer(Kind kind, Optional<Integer> status, Optional<Duration> retryAfter, String problem) {
    private static final int FIRST_OK = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    /** What to do next. */
    enum Kind {
        /** Nothing: the receiver has it. */
        ACCEPTED,
        /** Nothing: the same again would be refused again. */
        REFUSED,
        /** The same again, later. */
        NOT_NOW
    }

    /** Of a status. Its body is not looked at: some receivers say back what is secret. */
    static Answer of(int status, Optional<Duration> retryAfter) {
        Kind kind = kind(status);
        return new Answer(kind, Optional.of(status), retryAfter, kind == Kind.ACCEPTED ? "" : "HTTP " + status);
    }

    /** @param problem  why there is none */
    static Answer missing(String problem) {
        return new Answer(Kind.NOT_NOW, Optional.empty(), Optional.empty(), problem);
    }

    private static Kind kind(int status) {
        if (status >= FIRST_OK && status < FIRST_REDIRECT) {
            return Kind.ACCEPTED;
        }
        boolean ofTheRequest = status >= FIRST_REDIRECT && status < FIRST_SERVER_ERROR;
        boolean passes = status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status < FIRST_CLIENT_ERROR;
        // A redirect is not followed, for it would carry secrets elsewhere; a proxy that sends one may stop doing so.
        return ofTheRequest && !passes ? Kind.REFUSED : Kind.NOT_NOW;
    }
}
