/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ballast.desk.config.OidcSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.types.Password;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An identity provider that signs everybody in at once, and gives a token only to whoever knows code, secret and verifier. */
public final class SpeakingProvider implements AutoCloseable {
    static final String CLIENT = "ballast";
    private static final String SECRET = "s3cret";

    private final HttpServer server;
    private final RsaJsonWebKey key = newKey("k1");
    /** What each code was asked for with. */
    private final Map<String, Map<String, String>> questions = new ConcurrentHashMap<>();

    private volatile String desk;
    private volatile Consumer<JwtClaims> change = claims -> {};

    public SpeakingProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
        server.createContext(
                "/keys",
                exchange -> answer(exchange, 200, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY)));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext(OidcSettings.CALLBACK_PATH, this::toDesk);
        server.start();
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String description() {
        return """
            {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys"}"""
                .formatted(issuer());
    }

    /** For a desk that asks here. Its port is not known before it runs, so browsers find it by this address, which leads on to it. */
    public OidcSettings settings() {
        return new OidcSettings(
                URI.create(issuer()),
                CLIENT,
                Optional.of(new Password(SECRET)),
                URI.create(issuer()),
                "ballast_portfolios",
                "ballast_may_act");
    }

    /** @param address  of the desk, with a slash at the end */
    public void leadTo(String address) {
        desk = address;
    }

    private void toDesk(HttpExchange exchange) {
        URI asked = exchange.getRequestURI();
        exchange.getResponseHeaders()
                .add("Location", desk.replaceFirst("/$", "") + asked.getPath() + "?" + asked.getRawQuery());
        answer(exchange, 302, "");
    }

    /** What the next tokens say otherwise. */
    void saying(Consumer<JwtClaims> otherwise) {
        change = otherwise;
    }

    private void authorize(HttpExchange exchange) {
        Map<String, String> question = form(exchange.getRequestURI().getRawQuery());
        String code = "code-" + questions.size();
        questions.put(code, question);
        exchange.getResponseHeaders()
                .add("Location", question.get("redirect_uri") + "?code=" + code + "&state=" + question.get("state"));
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> question = questions.remove(form.get("code"));
        String pair = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known = question != null
                && ("Basic " + pair).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && question.get("redirect_uri").equals(form.get("redirect_uri"))
                && question.get("code_challenge").equals(challenge(form.get("code_verifier")));
        if (known) {
            answer(exchange, 200, "{\"id_token\": \"" + token(claims(question.get("nonce")), key) + "\"}");
        } else {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        }
    }

    private JwtClaims claims(String nonce) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject("42");
        claims.setStringClaim("preferred_username", "ann");
        claims.setStringListClaim("ballast_portfolios", "desk-a");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setClaim("nonce", nonce);
        change.accept(claims);
        return claims;
    }

    /** A token of ours, changed. */
    String token(Consumer<JwtClaims> otherwise) {
        JwtClaims claims = claims("none");
        otherwise.accept(claims);
        return token(claims, key);
    }

    static String token(JwtClaims claims, RsaJsonWebKey by) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(by.getPrivateKey());
        signature.setKeyIdHeaderValue(by.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(verifier).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> other,
                        LinkedHashMap::new));
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Where a browser is sent to. */
    static URI location(java.net.http.HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("location").orElseThrow());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
