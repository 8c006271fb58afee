/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.CommandFailed;
import io.ballast.risk.backtest.BacktestResult;
import io.ballast.risk.backtest.HourlyBacktest;
import io.ballast.risk.backtest.PoolMinute;
import io.ballast.risk.backtest.RiskBacktest;
import io.ballast.risk.backtest.RiskTest;
import io.ballast.streams.config.PublicationKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what a replay published of portfolios' parts, and follows the advice of each policy through it. */
public final class Backtest {
    /** Every change is published, so that a follower sees each minute as it was. */
    public static final Map<String, String> SETTINGS = Map.of(
            PublicationKeys.TOLERANCE_VALUE, "0",
            PublicationKeys.TOLERANCE_IL, "0",
            PublicationKeys.TOLERANCE_DELTA, "0",
            PublicationKeys.TOLERANCE_FEES, "0");

    /**
     * A case and what came of it.
     *
     * @param risks  value at risk against what was lost; empty where the position's curve is not made of parabolas or was not published
     */
    public record Outcome(BacktestCase followed, BacktestResult result, List<RiskTest> risks) {}

    private final List<BacktestCase> cases;
    private final Instant from;
    private final Instant to;
    private final Map<String, PublishedParts> parts = new HashMap<>();

    /**
     * @param from  first event time that is followed
     * @param to  the one before which following ends
     */
    Backtest(List<BacktestCase> cases, Instant from, Instant to) {
        this.cases = List.copyOf(cases);
        this.from = from;
        this.to = to;
        cases.forEach(one -> parts.put(one.portfolio(), new PublishedParts()));
    }

    /** Takes a portfolio's part, in the order in which those of one key were published; null: a deletion. */
    public void add(JsonNode part) {
        ofPortfolio(part).ifPresent(own -> own.add(part));
    }

    /** Takes what a portfolio holds in its pool at every price; null: a deletion. */
    public void addCurve(JsonNode curve) {
        ofPortfolio(curve).ifPresent(own -> own.addCurve(curve));
    }

    private Optional<PublishedParts> ofPortfolio(JsonNode record) {
        return record == null || record.isNull()
                ? Optional.empty()
                : Optional.ofNullable(parts.get(record.get("portfolio").asText()));
    }

    /**
     * Follows every policy.
     *
     * @throws CommandFailed if the figures cannot be followed
     */
    public List<Outcome> run() {
        return cases.stream().map(this::follow).toList();
    }

    private Outcome follow(BacktestCase one) {
        try {
            PublishedParts own = parts.get(one.portfolio());
            List<PoolMinute> minutes = own.minutes(one, from, to);
            BacktestResult result = HourlyBacktest.run(one.rule(), minutes);
            List<RiskTest> risks = own.worth(one)
                    .map(pool -> RiskBacktest.run(pool, minutes, result))
                    .orElse(List.of());
            return new Outcome(one, result, risks);
        } catch (IllegalArgumentException senseless) {
            throw new CommandFailed("back-test of " + one.portfolio() + ": " + senseless.getMessage(), senseless);
        }
    }
}
