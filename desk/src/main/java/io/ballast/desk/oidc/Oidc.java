/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.oidc;

import io.ballast.desk.api.ProblemException;
import io.ballast.desk.config.OidcSettings;
import io.ballast.desk.security.IdentityTokens;
import io.ballast.desk.security.Sha256;
import io.ballast.desk.security.User;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-in by an identity provider: authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636). The identity
 * token itself is the session, in a cookie that scripts cannot read, so that any instance of the desk knows who it is; when it is over
 * one signs in again.
 */
public final class Oidc implements IdentityTokens {
    private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);
    private static final String PENDING = "ballast_sign_in";
    private static final int PENDING_SECONDS = 600;
    /** What browsers keep of one cookie is 4096 bytes, its name and attributes included. */
    private static final int MOST_TOKEN_BYTES = 3800;

    private static final int SECRET_BYTES = 32;

    private final OidcSettings settings;
    private final Provider provider;
    private final IdTokens tokens;
    private final SecureRandom random;

    public Oidc(OidcSettings settings, InstantSource clock, SecureRandom random) {
        this.settings = settings;
        this.provider = new Provider(settings);
        this.tokens = new IdTokens(settings, provider, clock);
        this.random = random;
    }

    public void route(RoutesConfig routes) {
        routes.get("/auth/sign-in", this::signIn);
        routes.get(OidcSettings.CALLBACK_PATH, this::callback);
        routes.get("/auth/sign-out", this::signOut);
    }

    @Override
    public Optional<User> user(String token) {
        try {
            return Optional.of(tokens.user(tokens.claims(token)));
        } catch (InvalidJwtException unbelievable) {
            LOG.debug("refused an identity token: {}", unbelievable.getErrorDetails());
            return Optional.empty();
        } catch (ProviderException silent) {
            throw unavailable(silent);
        }
    }

    /** What is on its way stands in a cookie, not here: the answer may come to another instance. */
    private void signIn(Context request) {
        String state = secret();
        String nonce = secret();
        String verifier = secret();
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("scope", "openid profile email");
        question.put("client_id", settings.clientId());
        question.put("redirect_uri", settings.callback());
        question.put("state", state);
        question.put("nonce", nonce);
        question.put("code_challenge", base64(Sha256.of(verifier)));
        question.put("code_challenge_method", "S256");
        try {
            String address = provider.signInAddress(question);
            request.cookie(cookie(PENDING, state + "." + nonce + "." + verifier, PENDING_SECONDS));
            request.redirect(address);
        } catch (ProviderException silent) {
            throw unavailable(silent);
        }
    }

    private void callback(Context request) {
        String[] pending =
                Optional.ofNullable(request.cookie(PENDING)).orElse("").split("\\.");
        request.cookie(cookie(PENDING, "", 0));
        if (pending.length != 3 || !pending[0].equals(request.queryParam("state"))) {
            throw ProblemException.badRequest("this sign-in was not begun here, or too long ago: begin again");
        }
        String code = request.queryParam("code");
        if (code == null) {
            throw ProblemException.unauthorised("the identity provider says: " + request.queryParam("error"));
        }
        String token = idToken(code, pending[2]);
        request.cookie(cookie(SESSION_COOKIE, token, secondsLeft(token, pending[1])));
        request.redirect("/");
    }

    private String idToken(String code, String verifier) {
        try {
            String token = provider.idToken(code, verifier);
            if (token.length() > MOST_TOKEN_BYTES) {
                throw ProblemException.unavailable("the identity provider's token has " + token.length()
                        + " bytes, and a cookie holds " + MOST_TOKEN_BYTES + ": have it say less");
            }
            return token;
        } catch (ProviderException refused) {
            throw unavailable(refused);
        }
    }

    private int secondsLeft(String token, String nonce) {
        try {
            JwtClaims claims = tokens.claims(token);
            if (!nonce.equals(claims.getClaimValueAsString("nonce"))) {
                throw ProblemException.unauthorised("the identity provider's token is of another sign-in");
            }
            long seconds = claims.getExpirationTime().getValue() - tokens.nowSeconds();
            return (int) Math.max(1, Math.min(seconds, Integer.MAX_VALUE));
        } catch (InvalidJwtException | MalformedClaimException unbelievable) {
            LOG.warn("the identity provider's token is not to be believed: {}", unbelievable.getMessage());
            throw ProblemException.unauthorised(
                    "the identity provider's token is not to be believed; the log says why");
        }
    }

    private void signOut(Context request) {
        request.cookie(cookie(SESSION_COOKIE, "", 0));
        request.redirect("/");
    }

    private Cookie cookie(String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(name.equals(PENDING) ? OidcSettings.CALLBACK_PATH : "/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.isSecure());
        cookie.setSameSite(SameSite.LAX);
        return cookie;
    }

    private static ProblemException unavailable(ProviderException why) {
        LOG.warn("no sign-in: {}", why.getMessage());
        return ProblemException.unavailable("the identity provider cannot be asked; the desk's log says why");
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
