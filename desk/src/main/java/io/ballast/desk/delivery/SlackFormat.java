/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.Alert;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For an incoming webhook of Slack: a text for notifications, and one section. */
record SlackFormat(URI address, Optional<String> deskUrl) implements AlertFormat {
    /** Of a section's text. */
    private static final int LONGEST = 3000;

    @Override
    public Post post(Alert alert, Instant now) {
        String headline = escaped(AlertWords.headline(alert));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", headline);
        ArrayNode blocks = body.putArray("blocks");
        blocks.addObject()
                .put("type", "section")
                .putObject("text")
                .put("type", "mrkdwn")
                .put("text", AlertWords.shortened(String.join("\n", lines(alert, headline)), LONGEST));
        return new Post(address, Optional.empty(), body);
    }

    private List<String> lines(Alert alert, String headline) {
        List<String> lines = new ArrayList<>(List.of("*" + headline + "*"));
        Optional.ofNullable(alert.getSummary()).map(SlackFormat::escaped).ifPresent(lines::add);
        lines.add(escaped(AlertWords.reading(alert)));
        Optional.ofNullable(alert.getPortfolio()).ifPresent(portfolio -> lines.add("Portfolio: " + escaped(portfolio)));
        Optional.ofNullable(alert.getRunbook()).ifPresent(runbook -> lines.add("Runbook: " + escaped(runbook)));
        deskUrl.ifPresent(url -> lines.add("<" + AlertWords.page(url) + "|The desk>"));
        return lines;
    }

    /** The three characters that mean something in Slack's texts. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The address is secret. */
    @Override
    public String toString() {
        return "a channel of Slack";
    }
}
