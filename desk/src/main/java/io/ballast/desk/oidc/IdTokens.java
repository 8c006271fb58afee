/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.oidc;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;

import io.ballast.desk.config.OidcSettings;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.security.User;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Believes tokens that the provider signed with a key of its list, for this desk, and that are not over (OpenID Connect Core 1.0, section
 * 3.1.3.7). Only signatures by public keys are believed: what the desk knows must not be enough to make a token. Thread-safe.
 */
final class IdTokens {
    private static final AlgorithmConstraints BY_PUBLIC_KEY = new AlgorithmConstraints(
            ConstraintType.PERMIT, RSA_USING_SHA256, RSA_PSS_USING_SHA256, ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final List<String> NAMES = List.of("preferred_username", "email", "sub");

    private final OidcSettings settings;
    private final Provider provider;
    private final InstantSource clock;
    private volatile HttpsJwksVerificationKeyResolver keys;

    IdTokens(OidcSettings settings, Provider provider, InstantSource clock) {
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @throws InvalidJwtException if it is not to be believed
     * @throws ProviderException if its keys cannot be had
     */
    JwtClaims claims(String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(BY_PUBLIC_KEY)
                .setVerificationKeyResolver(keys())
                .setExpectedIssuer(settings.issuer().toString())
                .setExpectedAudience(settings.clientId())
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build()
                .processToClaims(token);
    }

    long nowSeconds() {
        return clock.instant().getEpochSecond();
    }

    /** Kept: it remembers the provider's keys, and asks for them again when a token names one that it does not know. */
    private HttpsJwksVerificationKeyResolver keys() {
        HttpsJwksVerificationKeyResolver known = keys;
        if (known == null) {
            known = new HttpsJwksVerificationKeyResolver(new HttpsJwks(provider.keysAddress()));
            keys = known;
        }
        return known;
    }

    /** Whom the claims are of; somebody of whom they name no portfolio sees none. */
    User user(JwtClaims claims) {
        String name = NAMES.stream()
                .map(claims::getClaimValueAsString)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        boolean mayAct = Boolean.TRUE.equals(claims.getClaimValue(settings.actClaim()));
        return new User(name, Entitlement.of(portfolios(claims.getClaimValue(settings.portfoliosClaim()))), mayAct);
    }

    /** A list, or words in one text. */
    private static List<String> portfolios(Object claim) {
        Stream<String> paths = claim instanceof List<?> list
                ? list.stream().map(String::valueOf)
                : words(claim == null ? "" : claim.toString());
        return paths.filter(path -> !path.isBlank()).toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"));
    }
}
