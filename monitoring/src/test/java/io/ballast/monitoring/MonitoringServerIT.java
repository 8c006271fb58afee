/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitoringServerIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private Health health = Health.READY;
    private MonitoringServer server;

    private final Monitored monitored = new Monitored() {
        @Override
        public List<Reading> readings() {
            return List.of(Sample.of(TestMetric.HEIGHT, 7));
        }

        @Override
        public Health health() {
            if (health == null) {
                throw new IllegalStateException("broken");
            }
            return health;
        }
    };

    @BeforeEach
    void start() throws IOException {
        server = MonitoringServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), monitored);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void metricsAreServedAsText() throws Exception {
        HttpResponse<String> answer = ask("GET", "/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).contains("\nheight 7\n");
    }

    @Test
    void whoIsNotReadySaysWhyAndIsAliveAllTheSame() throws Exception {
        health = new Health(List.of("no \"step\" for 70 s"), List.of("one node is left out"));

        HttpResponse<String> ready = ask("GET", "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
                .isEqualTo("{\"ready\":false,\"reasons\":[\"no \\\"step\\\" for 70 s\"],"
                        + "\"warnings\":[\"one node is left out\"]}");
        assertThat(ask("GET", "/health").statusCode()).isEqualTo(503);
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsReadyIs200() throws Exception {
        assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(200);
        assertThat(ask("HEAD", "/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingElseIsThere() throws Exception {
        assertThat(ask("GET", "/metrics/more").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
    }

    @Test
    void whatCannotBeToldIsAnErrorAndTheNextIsAnswered() throws Exception {
        health = null;

        assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(500);
        assertThat(ask("GET", "/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        InetSocketAddress taken = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.address().getPort());

        assertThatThrownBy(() -> MonitoringServer.start(taken, monitored)).isInstanceOf(BindException.class);
    }
}
