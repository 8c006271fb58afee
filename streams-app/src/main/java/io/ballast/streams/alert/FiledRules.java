/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules of one scope, each filed under what most narrows it down, so that one record meets few of them. Every published record asks,
 * hence a look-up each and no text made. Mutable while it is filled.
 */
final class FiledRules {

    private final Map<String, List<AlertRule>> byId = new HashMap<>();
    private final Map<String, List<AlertRule>> byOwner = new HashMap<>();
    private final Map<String, List<AlertRule>> byPool = new HashMap<>();
    private final Map<String, List<AlertRule>> byPortfolio = new HashMap<>();
    private final List<AlertRule> ofAny = new ArrayList<>();

    void add(AlertRule rule) {
        Selector selector = rule.selector();
        if (selector.id() != null) {
            file(byId, selector.id(), rule);
        } else if (selector.owner() != null) {
            file(byOwner, selector.owner(), rule);
        } else if (selector.poolId() != null) {
            file(byPool, selector.poolId(), rule);
        } else if (selector.portfolio() != null) {
            file(byPortfolio, selector.portfolio(), rule);
        } else {
            ofAny.add(rule);
        }
    }

    private static void file(Map<String, List<AlertRule>> drawer, String key, AlertRule rule) {
        drawer.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(rule);
    }

    /** Those about a subject. */
    List<AlertRule> about(Subject subject) {
        Subject lower = subject.lowerCase();
        List<AlertRule> found = new ArrayList<>(ofAny);
        look(byId, lower.id(), lower, found);
        look(byOwner, lower.owner(), lower, found);
        look(byPool, lower.poolId(), lower, found);
        if (!byPortfolio.isEmpty() && lower.portfolio() != null) {
            String path = lower.portfolio();
            for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                look(byPortfolio, path.substring(0, end), lower, found);
            }
        }
        return found;
    }

    private static void look(Map<String, List<AlertRule>> drawer, String key, Subject lower, List<AlertRule> found) {
        if (key == null || drawer.isEmpty()) {
            return;
        }
        for (AlertRule rule : drawer.getOrDefault(key, List.of())) {
            if (rule.selector().fits(lower)) {
                found.add(rule);
            }
        }
    }
}
