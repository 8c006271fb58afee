/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

/** A request that cannot be answered; becomes a problem document (RFC 9457). */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    private ProblemException(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    public static ProblemException badRequest(String detail) {
        return new ProblemException(400, "The request makes no sense", detail);
    }

    public static ProblemException unauthorised(String detail) {
        return new ProblemException(401, "Nobody is signed in", detail);
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "That is not allowed", detail);
    }

    /** Also of what somebody may not see: that it is there is nothing they should learn. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "There is nothing of the kind", detail);
    }

    public static ProblemException unavailable(String detail) {
        return new ProblemException(503, "Not now", detail);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
