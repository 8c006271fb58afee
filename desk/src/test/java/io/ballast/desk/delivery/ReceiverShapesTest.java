/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.desk.Alerts;
import io.ballast.desk.Samples;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertPhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of receiver gets over HTTP, against what its makers' documentation asks for. */
class ReceiverShapesTest {
    private static final String SUBJECT = Samples.WETH_USDC + "/nft:2";
    private static final String LABELS =
            """
            {"team_name": "eth", "alertname": "deep-loss", "severity": "critical", "subject": "%s", "subject_kind": "position",
             "portfolio": "desk-a/eth"}"""
                    .formatted(SUBJECT);
    private static final String ANNOTATIONS =
            """
            {"summary": "The position has lost <much> against holding.",
             "description": "il_pct is -0.08 fraction; the rule is below -0.05", "fingerprint": "f1",
             "runbook_url": "https://runbooks.example.org/il", "pool_id": "%s", "simulated": "true"}"""
                    .formatted(Samples.WETH_USDC);

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();

    @AutoClose
    private final FakeReceiver receiver = new FakeReceiver();

    private static Alert firing() {
        Alert alert = Samples.withDefaults(Alerts.firing("f1"));
        alert.setLabels(Map.of("team-name", "eth"));
        alert.setSummary("The position has lost <much> against holding.");
        alert.setRunbook("https://runbooks.example.org/il");
        return alert;
    }

    private static Alert resolved() {
        Alert alert = firing();
        alert.setState(AlertPhase.RESOLVED);
        alert.setCause(AlertCause.CLEARED);
        alert.setResolved(Instant.parse("2026-01-31T12:30:00Z"));
        return alert;
    }

    /** By a file with that receiver in it. */
    private FakeReceiver.Told tell(String written, Alert alert) throws IOException {
        Path file = folder.resolve("receivers.yaml");
        String text = "desk_url: https://desk.example.org/\nreceivers:\n  - " + written;
        Files.writeString(file, text.replace("ADDRESS", receiver.address()));
        Map<String, String> environment =
                Map.of("TOKEN", "Bearer t0ken", "KEY", "r0uting", "HOOK", receiver.address() + "/services/T0/B0/x");
        Receiver read = Receivers.read(file, environment).list().get(0);
        HttpSender sender = new HttpSender(HttpSender.client(), Duration.ofSeconds(5), clock);
        assertThat(sender.send(read.format().post(alert, clock.instant())).kind())
                .isEqualTo(Answer.Kind.ACCEPTED);
        FakeReceiver.Told told = receiver.told().get(receiver.told().size() - 1);
        assertThat(told.contentType()).isEqualTo("application/json");
        return told;
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new JsonMapper().readTree(text);
    }

    @Test
    void alertmanagerGetsAListOfOneAlert_thatEndsLater() throws IOException {
        FakeReceiver.Told told = tell(
                "{name: am, kind: alertmanager, url: ADDRESS/prefix/, authorization_env: TOKEN, expires: 1d}",
                firing());

        assertThat(told.path()).isEqualTo("/prefix/api/v2/alerts");
        assertThat(told.authorization()).isEqualTo("Bearer t0ken");
        assertThat(told.body())
                .isEqualTo(json(
                        """
                                [{"labels": %s, "annotations": %s, "startsAt": "2026-01-31T12:00:00Z",
                                  "endsAt": "2026-02-02T09:00:00Z", "generatorURL": "https://desk.example.org/#/alerts"}]"""
                                .formatted(LABELS, ANNOTATIONS)));
    }

    @Test
    void alertmanagerGetsTheSameLabels_andTheEndOfWhatIsOver() throws IOException {
        JsonNode alert = tell("{name: am, kind: alertmanager, url: ADDRESS}", resolved())
                .body()
                .get(0);

        assertThat(alert.get("labels")).isEqualTo(json(LABELS));
        assertThat(alert.get("endsAt").asText()).isEqualTo("2026-01-31T12:30:00Z");
    }

    @Test
    void webhookGetsAGroupOfOneAlert() throws IOException {
        FakeReceiver.Told told = tell("{name: hook, kind: webhook, url: ADDRESS/in}", firing());

        assertThat(told.path()).isEqualTo("/in");
        assertThat(told.authorization()).isNull();
        assertThat(told.body())
                .isEqualTo(json(
                        """
                                {"version": "4", "groupKey": "{}:{fingerprint=\\"f1\\"}", "truncatedAlerts": 0, "status": "firing",
                                 "receiver": "hook", "externalURL": "https://desk.example.org",
                                 "groupLabels": {"alertname": "deep-loss"}, "commonLabels": %1$s, "commonAnnotations": %2$s,
                                 "alerts": [{"status": "firing", "labels": %1$s, "annotations": %2$s,
                                   "startsAt": "2026-01-31T12:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
                                   "generatorURL": "https://desk.example.org/#/alerts", "fingerprint": "f1"}]}"""
                                .formatted(LABELS, ANNOTATIONS)));
    }

    @Test
    void webhookGetsWhatIsOver() throws IOException {
        JsonNode body =
                tell("{name: hook, kind: webhook, url_env: HOOK}", resolved()).body();

        assertThat(body.get("status").asText()).isEqualTo("resolved");
        assertThat(body.at("/alerts/0/status").asText()).isEqualTo("resolved");
        assertThat(body.at("/alerts/0/endsAt").asText()).isEqualTo("2026-01-31T12:30:00Z");
    }

    @Test
    void slackGetsATextAndASection_withItsThreeCharactersEscaped() throws IOException {
        FakeReceiver.Told told = tell("{name: chat, kind: slack, url_env: HOOK}", firing());

        String headline = "(simulated) critical: deep-loss of " + SUBJECT;
        assertThat(told.path()).isEqualTo("/services/T0/B0/x");
        assertThat(told.body())
                .isEqualTo(json(
                        """
                                {"text": "%1$s", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text":
                                "*%1$s*\\nThe position has lost &lt;much&gt; against holding.\\nil_pct is -0.08 fraction; the rule is below -0.05\\nPortfolio: desk-a/eth\\nRunbook: https://runbooks.example.org/il\\n<https://desk.example.org/#/alerts|The desk>"}}]}"""
                                .formatted(headline)));
    }

    @Test
    void slackGetsNoMoreThanASectionHolds() throws IOException {
        Alert alert = resolved();
        alert.setSummary("x".repeat(4000));
        JsonNode body = tell("{name: chat, kind: slack, url_env: HOOK}", alert).body();

        assertThat(body.get("text").asText()).startsWith("(simulated) resolved, was critical: deep-loss");
        assertThat(body.at("/blocks/0/text/text").asText()).hasSize(3000).endsWith("…");
    }

    @Test
    void pagerDutyGetsATrigger() throws IOException {
        FakeReceiver.Told told =
                tell("{name: pager, kind: pagerduty, url: ADDRESS/v2/enqueue, routing_key_env: KEY}", firing());

        assertThat(told.path()).isEqualTo("/v2/enqueue");
        JsonNode expected = json(
                """
                {"routing_key": "r0uting", "event_action": "trigger", "dedup_key": "f1", "payload": {
                   "summary": "(simulated) critical: deep-loss of %1$s: The position has lost <much> against holding.",
                   "source": "%1$s", "severity": "critical", "timestamp": "2026-01-31T12:00:00Z", "class": "deep-loss",
                   "component": "%2$s", "group": "desk-a/eth", "custom_details": %3$s},
                 "client": "Ballast", "client_url": "https://desk.example.org/#/alerts",
                 "links": [{"href": "https://runbooks.example.org/il", "text": "Runbook"}]}"""
                        .formatted(
                                SUBJECT, Samples.WETH_USDC, ANNOTATIONS.replaceFirst("}$", ", \"value_usd\": 200.0}")));
        assertThat(told.body()).isEqualTo(expected);
    }

    @Test
    void pagerDutyGetsAResolve_withTheSameKey() throws IOException {
        FakeReceiver.Told told = tell("{name: pager, kind: pagerduty, url: ADDRESS, routing_key_env: KEY}", resolved());

        assertThat(told.body())
                .isEqualTo(
                        json(
                                """
                        {"routing_key": "r0uting", "event_action": "resolve", "dedup_key": "f1"}"""));
    }
}
