/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What alerts there have to be, by the definition: every rule is held against every record that says how a position stands after a
 * tick or an event. Rules are written here a second time, in the test's own words.
 */
final class EveryCrossing {
    private static final Set<String> OUT = Set.of("BELOW", "ABOVE");

    /**
     * A rule.
     *
     * @param below  fires below this fraction of loss; null: fires out of range
     * @param resolve  ends at or above this one
     */
    record Rule(String id, Double below, Double resolve) {
        static Rule loss(String id, double below, double resolve) {
            return new Rule(id, below, resolve);
        }

        static Rule outOfRange(String id) {
            return new Rule(id, null, null);
        }

        /** As it stands in a rules file. */
        String yaml() {
            String metric = below == null ? "  metric: out_of_range\n" : "  metric: il_pct\n";
            String terms =
                    below == null ? "" : "  below: " + below + " fraction\n  resolve: " + resolve + " fraction\n";
            return "- id: " + id + "\n  scope: position\n  remind: 0s\n" + metric + terms;
        }
    }

    private final List<Rule> rules;
    private final Set<String> firing = new TreeSet<>();
    private final List<String> crossings = new ArrayList<>();

    EveryCrossing(List<Rule> rules) {
        this.rules = rules;
    }

    /** All of them, one a line, in the order of each position's records. */
    List<String> in(List<JsonNode> positionRisk) {
        for (JsonNode line : positionRisk) {
            String position = line.get("key").asText();
            JsonNode risk = line.get("value");
            boolean isGone = risk.isNull() || risk.get("range_state").asText().equals("CLOSED");
            for (Rule rule : rules) {
                if (isGone) {
                    note(rule, position, false, "gone");
                } else {
                    observe(rule, position, risk);
                }
            }
        }
        return crossings;
    }

    private void observe(Rule rule, String position, JsonNode risk) {
        String at = " at " + risk.get("block_number").asText() + " "
                + risk.get("block_hash").asText();
        if (rule.below() == null) {
            boolean out = OUT.contains(risk.get("range_state").asText());
            if (!risk.get("range_state").asText().equals("UNKNOWN")) {
                note(rule, position, out, (out ? 1.0 : 0.0) + at);
            }
        } else if (risk.hasNonNull("il_pct")) {
            double loss = risk.get("il_pct").asDouble();
            boolean lost = firing.contains(name(rule, position)) ? loss < rule.resolve() : loss < rule.below();
            note(rule, position, lost, loss + at);
        }
    }

    private void note(Rule rule, String position, boolean holds, String seen) {
        String name = name(rule, position);
        if (holds != firing.contains(name)) {
            crossings.add(name + (holds ? " FIRING " : " RESOLVED ") + seen);
            if (holds) {
                firing.add(name);
            } else {
                firing.remove(name);
            }
        }
    }

    private static String name(Rule rule, String position) {
        return rule.id() + " of " + position;
    }

    /** The same of a record about an alert. */
    static String told(JsonNode alert) {
        String seen = alert.get("cause").asText().equals("GONE")
                ? "gone"
                : alert.get("value").asDouble() + " at "
                        + alert.get("block_number").asText() + " "
                        + alert.get("block_hash").asText();
        return alert.get("rule_id").asText() + " of " + alert.get("subject_id").asText() + " "
                + alert.get("state").asText() + " " + seen;
    }
}
