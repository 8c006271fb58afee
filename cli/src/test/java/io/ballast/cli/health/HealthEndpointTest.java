/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {

    private final AtomicReference<Health> health = new AtomicReference<>();
    private HealthEndpoint endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = HealthEndpoint.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), health::get);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aWorkingProcessIsLiveAndReady() throws Exception {
        health.set(Health.working("RUNNING"));

        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).isEqualTo("RUNNING\n");
    }

    @Test
    void aRestoringProcessIsLiveButNotReady() throws Exception {
        health.set(Health.notYet("REBALANCING"));

        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).isEqualTo("REBALANCING\n");
    }

    @Test
    void aFailedProcessIsNeither() throws Exception {
        health.set(Health.dead("ERROR"));

        assertThat(get("/livez").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + endpoint.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
