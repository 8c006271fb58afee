/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.desk.api.AlertsApi;
import io.ballast.desk.api.DeliveriesApi;
import io.ballast.desk.api.PipelineApi;
import io.ballast.desk.api.PortfoliosApi;
import io.ballast.desk.api.PositionStoryApi;
import io.ballast.desk.api.PositionsApi;
import io.ballast.desk.api.Problems;
import io.ballast.desk.api.ReplayApi;
import io.ballast.desk.api.SignInApi;
import io.ballast.desk.api.WhatIfApi;
import io.ballast.desk.config.DeskSettings;
import io.ballast.desk.security.Gate;
import io.ballast.desk.security.PageHeaders;
import io.ballast.desk.stream.StreamApi;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The web server: the page, its files, and the API behind a gate. */
final class DeskServer implements AutoCloseable {
    private static final String PAGE = "/web/index.html";
    private static final String DESCRIPTION = "/io/ballast/desk/openapi.yaml";
    /** Open to everybody: they tell no figure. */
    private static final Set<String> OPEN = Set.of("/api/v1/health", "/api/v1/openapi.yaml", "/api/v1/sign-in");

    private final Javalin javalin;
    private final DeskSettings settings;

    private DeskServer(Javalin javalin, DeskSettings settings) {
        this.javalin = javalin;
        this.settings = settings;
    }

    /** What answers requests. */
    record Parts(
            Gate gate,
            SignInApi signIn,
            PositionsApi positions,
            PortfoliosApi portfolios,
            AlertsApi alerts,
            DeliveriesApi deliveries,
            PipelineApi pipeline,
            PositionStoryApi stories,
            WhatIfApi whatIf,
            ReplayApi replay,
            StreamApi stream) {}

    /** @throws PortTakenException if somebody else listens there */
    static DeskServer start(DeskSettings settings, Parts parts) {
        Javalin javalin = Javalin.create(config -> configure(config, parts));
        try {
            javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException taken) {
            javalin.stop();
            throw new PortTakenException(settings.host(), settings.port(), taken);
        }
        return new DeskServer(javalin, settings);
    }

    private static void configure(JavalinConfig config, Parts parts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.defaultContentType = "application/json";
        config.staticFiles.enableWebjars();
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/web";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        route(config.routes, parts);
    }

    private static void route(RoutesConfig routes, Parts parts) {
        PageHeaders headers = new PageHeaders(text(PAGE));
        routes.before(headers::set);
        routes.before("/api/*", request -> {
            if (!OPEN.contains(request.path())) {
                parts.gate().admit(request);
            }
        });
        routes.get("/api/v1/openapi.yaml", DeskServer::describe);
        parts.signIn().route(routes);
        parts.positions().route(routes);
        parts.portfolios().route(routes);
        parts.alerts().route(routes);
        parts.deliveries().route(routes);
        parts.pipeline().route(routes);
        parts.stories().route(routes);
        parts.whatIf().route(routes);
        parts.replay().route(routes);
        parts.stream().route(routes);
        Problems.handle(routes);
    }

    private static void describe(Context request) {
        request.contentType("application/yaml; charset=utf-8").result(text(DESCRIPTION));
    }

    private static String text(String resource) {
        try (InputStream in = DeskServer.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource, unreadable);
        }
    }

    String address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + javalin.port() + "/";
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
