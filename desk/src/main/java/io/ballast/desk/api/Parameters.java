/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.ballast.desk.query.Ordering;
import io.ballast.desk.query.Query;
import io.ballast.desk.security.Gate;
import io.javalin.http.Context;
import java.util.OptionalInt;

/** What requests about positions have in common. */
public final class Parameters {
    /** Where no limit is given. */
    public static final int USUAL_ROWS = 100;

    static final int MOST_ROWS = 1000;

    private static final String FIRST_ORDER = "-value_usd";

    private Parameters() {}

    /** {@code q}, within what the user may see. */
    public static Query query(Context request) {
        return Query.of(or(request.queryParam("q"), ""), Gate.user(request).entitlement());
    }

    /** {@code sort}; the most valuable first. */
    public static Ordering ordering(Context request) {
        return Ordering.of(or(request.queryParam("sort"), FIRST_ORDER));
    }

    /** {@code limit}, from 1 to {@value #MOST_ROWS}; empty: not given. */
    public static OptionalInt limit(Context request) {
        String limit = request.queryParam("limit");
        if (limit == null) {
            return OptionalInt.empty();
        }
        try {
            int rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= MOST_ROWS) {
                return OptionalInt.of(rows);
            }
        } catch (NumberFormatException noNumber) {
            throw ProblemException.badRequest("limit " + limit + " is no whole number");
        }
        throw ProblemException.badRequest("limit " + limit + " is not from 1 to " + MOST_ROWS);
    }

    /** A form of another site cannot send this type without being asked first whether it may. */
    static void requireJson(Context request) {
        String type = request.contentType();
        if (type == null || !type.startsWith("application/json")) {
            throw ProblemException.badRequest("content type " + type + " is not application/json");
        }
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
