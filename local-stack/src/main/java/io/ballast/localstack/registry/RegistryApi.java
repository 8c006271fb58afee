/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The few requests that starting the registry takes. */
final class RegistryApi {
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String root;

    RegistryApi(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** Address for clients of the Confluent API. */
    String url() {
        return root + "/apis/ccompat/v7";
    }

    /** Whether it answers and says that it is ready; false while it cannot be reached. */
    boolean isReady() throws InterruptedException {
        try {
            return send(request(root + "/health/ready").GET().build()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sets how schemas may evolve where nothing is set for their subject; the registry itself starts with NONE. */
    void setCompatibilityIfNone(String level) throws IOException, InterruptedException {
        String now = send(request(url() + "/config").GET().build()).body();
        if (!now.contains("\"NONE\"")) {
            return;
        }
        HttpResponse<String> answer = send(request(url() + "/config")
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"" + level + "\"}"))
                .build());
        if (answer.statusCode() != OK) {
            throw new IOException(
                    "status " + answer.statusCode() + " for compatibility " + level + ": " + answer.body());
        }
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }
}
