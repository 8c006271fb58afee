/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.oidc;

import static io.ballast.desk.oidc.SpeakingProvider.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.DeskFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way to an identity provider and back, as a browser goes it; the provider checks what it is told. */
class ProviderSignInTest {

    private SpeakingProvider provider;
    private DeskFixture desk;

    @BeforeEach
    void open() throws IOException {
        provider = new SpeakingProvider();
        desk = new DeskFixture(Optional.empty(), Optional.of(provider.settings()));
        provider.leadTo(desk.address());
    }

    @AfterEach
    void close() {
        desk.close();
        provider.close();
    }

    @Test
    void letsInWhomTheProviderKnows_withTheirPortfoliosOnly() throws IOException, InterruptedException {
        String session = cookie(comeBack(), "ballast_session");

        assertThat(session).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(desk.get("/api/v1/me", "Cookie", pair(session)).body())
                .contains("\"name\":\"ann\"")
                .contains("\"may_act\":false")
                .contains("\"portfolios\":[\"desk-a\"]");
    }

    @Test
    void letsNobodyInWithoutASignIn() {
        assertThat(desk.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(desk.get("/api/v1/sign-in").body()).isEqualTo("{\"token\":false,\"provider\":true}");
    }

    @Test
    void takesNoAnswerThatIsNotToTheBrowsersOwnQuestion() throws IOException, InterruptedException {
        HttpResponse<String> begun = follow(URI.create(desk.address() + "auth/sign-in"), null);
        String query = back(begun).getRawQuery();

        assertThat(desk.get("/auth/callback?" + query).statusCode()).isEqualTo(400);
        assertThat(desk.get(
                                "/auth/callback?" + query.replaceAll("state=.*", "state=another"),
                                "Cookie",
                                pair(cookie(begun, "ballast_sign_in")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesNoTokenOfAnotherSignIn() throws IOException, InterruptedException {
        provider.saying(claims -> claims.setClaim("nonce", "another"));

        assertThat(comeBack().statusCode()).isEqualTo(401);
    }

    @Test
    void takesATokenOfTheProviderFromPrograms() {
        String token = provider.token(claims -> claims.setClaim("ballast_may_act", true));

        assertThat(desk.get("/api/v1/me", "Authorization", "Bearer " + token).body())
                .contains("\"may_act\":true");
    }

    @ParameterizedTest
    @MethodSource
    void refusesATokenThatIsNotToBeBelieved(Consumer<JwtClaims> otherwise) {
        String token = provider.token(otherwise);

        assertThat(desk.get("/api/v1/me", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    static Stream<Consumer<JwtClaims>> refusesATokenThatIsNotToBeBelieved() {
        return Stream.of(
                claims -> claims.setAudience("another"),
                claims -> claims.setIssuer("https://example.org"),
                claims -> claims.setExpirationTimeMinutesInTheFuture(-1),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.unsetClaim("sub"));
    }

    @Test
    void refusesATokenSignedBySomebodyElse() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(provider.issuer());
        claims.setAudience(CLIENT);
        claims.setSubject("42");
        claims.setExpirationTimeMinutesInTheFuture(5);
        String token = SpeakingProvider.token(claims, SpeakingProvider.newKey("k1"));

        assertThat(desk.get("/api/v1/me", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void showsNothingToWhomTheProviderGivesNoPortfolio() {
        String token = provider.token(claims -> claims.unsetClaim("ballast_portfolios"));

        assertThat(desk.get("/api/v1/me", "Authorization", "Bearer " + token).body())
                .contains("\"portfolios\":[]")
                .contains("\"sees_all\":false");
    }

    @Test
    void saysSoWhileTheProviderIsSilent() {
        provider.close();

        assertThat(desk.get("/auth/sign-in").statusCode()).isEqualTo(503);
        assertThat(desk.get("/api/v1/me", "Authorization", "Bearer a.b.c").statusCode())
                .isEqualTo(503);
    }

    private HttpResponse<String> comeBack() throws IOException, InterruptedException {
        HttpResponse<String> begun = follow(URI.create(desk.address() + "auth/sign-in"), null);
        return follow(back(begun), pair(cookie(begun, "ballast_sign_in")));
    }

    /** What the provider answers to the question: an address of the desk. */
    private static URI back(HttpResponse<String> begun) throws IOException, InterruptedException {
        HttpResponse<String> told = follow(SpeakingProvider.location(begun), null);
        return SpeakingProvider.location(follow(SpeakingProvider.location(told), null));
    }

    private static HttpResponse<String> follow(URI address, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        List<String> cookies = answer.headers().allValues("set-cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name + " in " + cookies + ": " + answer.body()));
    }

    private static String pair(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
