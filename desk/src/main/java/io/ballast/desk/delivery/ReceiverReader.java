/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.desk.security.Entitlement;
import io.ballast.schema.AlertSeverity;
import io.ballast.schemas.settings.YamlMap;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads one receiver of a receivers file. */
final class ReceiverReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Set<String> COMMON =
            Set.of("name", "kind", "match", "renotify", "per_minute", "give_up_after", "timeout");
    private static final Set<String> MATCH = Set.of("severity", "portfolios", "rules", "labels");
    private static final List<AlertSeverity> SEVERITIES =
            List.of(AlertSeverity.INFO, AlertSeverity.WARNING, AlertSeverity.CRITICAL);
    private static final String URL = "url";
    private static final String AUTHORIZATION = "authorization";
    private static final String ROUTING_KEY = "routing_key";
    private static final String EXPIRES = "expires";
    private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";
    private static final int MOST_PER_MINUTE = 10_000;

    private final SecretSource secrets;
    private final Optional<String> deskUrl;

    /** @param deskUrl  where people find the desk, without a slash at the end; empty: they are not told */
    ReceiverReader(SecretSource secrets, Optional<String> deskUrl) {
        this.secrets = secrets;
        this.deskUrl = deskUrl;
    }

    Receiver read(YamlMap written) {
        ReceiverKind kind = written.requireOneOf("kind", List.of(ReceiverKind.values()), written.requireText("kind"));
        written.requireKnown(keys(kind));
        String name = written.requireText("name");
        if (!NAME.matcher(name).matches()) {
            throw written.wrong("name", name + " is not made of small letters, digits and dashes, 63 at most");
        }
        return new Receiver(name, kind, selector(written), terms(written), format(written, name, kind));
    }

    private static Set<String> keys(ReceiverKind kind) {
        Set<String> keys = new TreeSet<>(COMMON);
        keys.addAll(
                switch (kind) {
                    case ALERTMANAGER ->
                        List.of(URL, "url_file", "url_env", "authorization_file", "authorization_env", EXPIRES);
                    case WEBHOOK -> List.of(URL, "url_file", "url_env", "authorization_file", "authorization_env");
                    case SLACK -> List.of("url_file", "url_env");
                    case PAGERDUTY -> List.of(URL, "routing_key_file", "routing_key_env");
                });
        return keys;
    }

    private static AlertSelector selector(YamlMap written) {
        Optional<YamlMap> match = written.map("match").map(given -> given.requireKnown(MATCH));
        List<String> portfolios = match.map(given -> given.texts("portfolios")).orElse(List.of());
        return new AlertSelector(
                match.map(ReceiverReader::severity).orElse(AlertSeverity.INFO),
                portfolios.isEmpty() ? Entitlement.everything() : Entitlement.of(portfolios),
                Set.copyOf(match.map(given -> given.texts("rules")).orElse(List.of())),
                match.flatMap(given -> given.map("labels"))
                        .map(YamlMap::strings)
                        .orElse(Map.of()));
    }

    private static AlertSeverity severity(YamlMap match) {
        return match.requireOneOf("severity", SEVERITIES, match.text("severity").orElse("info"));
    }

    private static DeliveryTerms terms(YamlMap written) {
        return new DeliveryTerms(
                length(written, "renotify", Duration.ofHours(1)),
                perMinute(written),
                length(written, "give_up_after", Duration.ofHours(1)),
                length(written, "timeout", Duration.ofSeconds(10)));
    }

    private static Duration length(YamlMap written, String key, Duration usual) {
        long millis = written.millis(key, usual.toMillis());
        if (millis == 0) {
            throw written.wrong(key, key + " must be longer than nothing");
        }
        return Duration.ofMillis(millis);
    }

    private static int perMinute(YamlMap written) {
        String text = written.text("per_minute").orElse("30");
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PER_MINUTE) {
            throw written.wrong("per_minute", "\"" + text + "\" is no number from 1 to " + MOST_PER_MINUTE);
        }
        return Integer.parseInt(text);
    }

    private AlertFormat format(YamlMap written, String name, ReceiverKind kind) {
        return switch (kind) {
            case ALERTMANAGER ->
                new AlertmanagerFormat(
                        below(address(written), "/api/v2/alerts"),
                        secrets.of(written, AUTHORIZATION),
                        length(written, EXPIRES, Duration.ofDays(3)),
                        deskUrl);
            case WEBHOOK -> new WebhookFormat(name, address(written), secrets.of(written, AUTHORIZATION), deskUrl);
            case SLACK -> new SlackFormat(secretAddress(written, secrets.require(written, URL)), deskUrl);
            case PAGERDUTY ->
                new PagerDutyFormat(
                        Addresses.require(written, URL, written.text(URL).orElse(PAGERDUTY)),
                        secrets.require(written, ROUTING_KEY),
                        deskUrl);
        };
    }

    private URI address(YamlMap written) {
        Optional<Secret> secret = secrets.of(written, URL);
        if (written.has(URL)) {
            if (secret.isPresent()) {
                throw written.wrong(URL, "the address stands in a file or variable already");
            }
            return Addresses.require(written, URL, written.requireText(URL));
        }
        return secretAddress(
                written, secret.orElseThrow(() -> written.wrong("name", "url, url_file or url_env is missing")));
    }

    private static URI secretAddress(YamlMap written, Secret secret) {
        return Addresses.require(written, written.has("url_file") ? "url_file" : "url_env", secret.reveal());
    }

    private static URI below(URI address, String path) {
        return URI.create(address.toString().replaceFirst("/+$", "") + path);
    }
}
