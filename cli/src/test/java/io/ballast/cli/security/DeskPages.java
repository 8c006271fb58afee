/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.cli.Background;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service that was started serves at the address that it has announced. */
final class DeskPages {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private DeskPages() {}

    /** The rows of a list of the desk's; none before it serves. */
    static JsonNode rows(Background desk, String list) throws IOException, InterruptedException {
        assertThat(desk.hasEnded()).as(desk.err()).isFalse();
        return ADDRESS.matcher(desk.out()).find()
                ? new ObjectMapper()
                        .readTree(get(desk.out(), "/api/v1/" + list))
                        .path("rows")
                : new ObjectMapper().createArrayNode();
    }

    /** @param announced  in which the address is */
    static String get(String announced, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(announced, path))).body();
    }

    /** Says that somebody has seen the first alert. */
    static HttpResponse<String> acknowledge(Background desk) throws IOException, InterruptedException {
        String fingerprint = rows(desk, "alerts").get(0).path("fingerprint").asText();
        return send(HttpRequest.newBuilder(uri(desk.out(), "/api/v1/alert-events/" + fingerprint))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"kind\":\"ACKNOWLEDGE\"}")));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String announced, String path) {
        Matcher address = ADDRESS.matcher(announced);
        assertThat(address.find()).as(announced).isTrue();
        return URI.create(address.group() + path);
    }
}
