/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.desk.config.OidcSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The identity provider, as its discovery document describes it (OpenID Connect Discovery 1.0, section 4). The document is fetched when
 * it is needed first, so that the desk starts without the provider, and kept. Thread-safe.
 */
final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 20;

    private final OidcSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile JsonNode description;

    Provider(OidcSettings settings) {
        this.settings = settings;
    }

    /** Where its keys are. */
    String keysAddress() {
        return described("jwks_uri");
    }

    /** Where a browser signs in, with a question of these parameters. */
    String signInAddress(Map<String, String> parameters) {
        String address = described("authorization_endpoint");
        return address + (address.contains("?") ? "&" : "?") + form(parameters);
    }

    /**
     * The identity token for a code (RFC 6749, section 4.1.3, with RFC 7636).
     *
     * @throws ProviderException if there is none
     */
    String idToken(String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.callback());
        form.put("client_id", settings.clientId());
        form.put("code_verifier", verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(described("token_endpoint")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)));
        settings.clientSecret().ifPresent(secret -> request.header("Authorization", "Basic " + basic(secret.value())));
        return text(ask(request), "id_token", "the token endpoint");
    }

    private String basic(String secret) {
        String pair = encode(settings.clientId()) + ":" + encode(secret);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String described(String field) {
        JsonNode known = description;
        if (known == null) {
            String base = settings.issuer().toString().replaceFirst("/$", "");
            known = ask(HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration")));
            String issuer = text(known, "issuer", "the discovery document");
            if (!issuer.equals(settings.issuer().toString())) {
                throw new ProviderException("the discovery document of " + settings.issuer() + " is of " + issuer);
            }
            description = known;
        }
        return text(known, field, "the discovery document");
    }

    private static String text(JsonNode answer, String field, String what) {
        String text = answer.path(field).asText("");
        if (text.isEmpty()) {
            throw new ProviderException(what + " of the identity provider has no " + field);
        }
        return text;
    }

    private JsonNode ask(HttpRequest.Builder request) {
        HttpRequest asked =
                request.timeout(PATIENCE).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> answer = http.send(asked, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES);
                if (answer.statusCode() != 200) {
                    throw new ProviderException(asked.uri() + " answers with status " + answer.statusCode());
                }
                return new JsonMapper().readTree(bytes);
            }
        } catch (IOException failed) {
            throw new ProviderException(asked.uri() + " does not answer: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted while asking " + asked.uri(), stopped);
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
