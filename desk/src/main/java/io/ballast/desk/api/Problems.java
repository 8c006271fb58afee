/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.query.QueryException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong with a request as {@code application/problem+json} (RFC 9457). */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int INTERNAL = 500;

    private Problems() {}

    /** Has every failure of the routes told that way. */
    public static void handle(RoutesConfig routes) {
        routes.exception(
                ProblemException.class,
                (problem, request) -> write(request, problem.status(), problem.title(), problem.getMessage()));
        routes.exception(
                QueryException.class,
                (senseless, request) -> write(request, ProblemException.badRequest(senseless.getMessage())));
        routes.exception(
                HttpResponseException.class,
                (refusal, request) ->
                        write(request, refusal.getStatus(), "The request cannot be answered", refusal.getMessage()));
        routes.exception(Exception.class, (failure, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), failure);
            write(request, INTERNAL, "The desk failed", "what went wrong stands in its log");
        });
        routes.error(404, request -> {
            if (request.path().startsWith("/api/") && !isProblem(request)) {
                write(request, ProblemException.notFound("no such resource: " + request.path()));
            }
        });
    }

    private static boolean isProblem(Context request) {
        String type = request.res().getContentType();
        return type != null && type.startsWith(MEDIA_TYPE);
    }

    private static void write(Context request, ProblemException problem) {
        write(request, problem.status(), problem.title(), problem.getMessage());
    }

    private static void write(Context request, int status, String title, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", request.path());
        request.status(status).contentType(MEDIA_TYPE).result(problem.toString());
    }
}
