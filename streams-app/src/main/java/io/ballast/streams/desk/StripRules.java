/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.portfolio.PortfolioPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which portfolios get strips, and on what terms. A portfolio's own policy decides for it; below a portfolio whose policy speaks of
 * options nobody gets any without a policy of his own, for the strips above, netted, are his as well. Where no policy speaks, the
 * settings do. Mutable and single-threaded.
 */
final class StripRules {

    private final StripPolicy standard;
    private final Set<String> chosen;
    private final Holdings holdings;
    private final Map<String, OptionRule> own = new HashMap<>();

    /**
     * @param standard  terms by the settings
     * @param chosen  portfolios that get strips by the settings; empty: each that holds something itself
     */
    StripRules(StripPolicy standard, Set<String> chosen, Holdings holdings) {
        this.standard = standard;
        this.chosen = Set.copyOf(chosen);
        this.holdings = holdings;
    }

    /** @param rule  null: its policy says nothing of options any more */
    void put(String portfolio, OptionRule rule) {
        if (rule == null) {
            own.remove(portfolio);
        } else {
            own.put(portfolio, rule);
        }
    }

    StripPolicy of(String portfolio) {
        OptionRule rule = own.get(portfolio);
        return rule == null ? standard : rule.over(standard);
    }

    /** Portfolios with strips on a coin that a holding of a path is part of. */
    List<String> concerned(String path, String coin) {
        List<String> concerned = new ArrayList<>(new PortfolioPath(path).levels());
        concerned.removeIf(
                level -> !said(level, coin).orElseGet(() -> isChosen(level) || chosen.isEmpty() && level.equals(path)));
        return concerned;
    }

    /** Whether a portfolio gets strips on a coin. */
    boolean advises(String portfolio, String coin) {
        return said(portfolio, coin).orElseGet(() -> isChosen(portfolio));
    }

    /** What policies say of it; empty: nothing. */
    private Optional<Boolean> said(String portfolio, String coin) {
        OptionRule rule = own.get(portfolio);
        if (rule != null) {
            return Optional.of(rule.covers(coin));
        }
        boolean above = new PortfolioPath(portfolio).levels().stream().anyMatch(own::containsKey);
        return above ? Optional.of(false) : Optional.empty();
    }

    private boolean isChosen(String portfolio) {
        return chosen.isEmpty() ? holdings.holdsItself(portfolio) : chosen.contains(portfolio);
    }
}
