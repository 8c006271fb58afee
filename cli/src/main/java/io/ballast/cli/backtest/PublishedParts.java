/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.backtest.PoolMinute;
import io.ballast.risk.backtest.RiskyToken;
import io.ballast.risk.portfolio.PartFigures;
import io.ballast.risk.scenario.QuadraticBook;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schemas.json.JsonRecords;
import io.ballast.streams.record.PortfolioCurveAdapter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was published of one portfolio in its pool: the last of each moment. Mutable. */
final class PublishedParts {
    private record Names(String symbol0, String address0, String symbol1, String address1) {}

    private final TreeMap<Instant, PartFigures> figures = new TreeMap<>();
    private String pool;
    private String problem;
    private Names names;
    private PortfolioCurve curve;

    /** What cannot be followed is told when the figures are asked for: the replay goes on. */
    void add(JsonNode part) {
        String ofPool = part.get("pool_id").asText();
        if (pool != null && !pool.equals(ofPool)) {
            problem = "it is in " + pool + " and in " + ofPool + "; give each pool a portfolio of its own";
        } else if (part.path("reason").asText().equals("RETRACTION")) {
            problem = "figures of " + part.get("event_time").asText()
                    + " were taken back; a back-test follows input without reorganisations";
        }
        pool = ofPool;
        names = new Names(text(part, "symbol0"), text(part, "address0"), text(part, "symbol1"), text(part, "address1"));
        JsonNode totals = part.get("totals");
        if (!part.get("price").isNull() && totals.hasNonNull("value") && totals.hasNonNull("hodl0")) {
            figures.put(
                    Instant.parse(part.get("event_time").asText()),
                    figures(totals, part.get("price").asDouble()));
        }
    }

    /** The newest counts: followed are positions that stay as they are. */
    void addCurve(JsonNode record) {
        curve = JsonRecords.read(record, PortfolioCurve.class);
    }

    /** Worth of the position in the case's money by the price of its coin; empty: it is not told, or of another form. */
    Optional<QuadraticBook> worth(BacktestCase one) {
        Optional<QuadraticBook> inToken1 = curve == null
                ? Optional.empty()
                : PortfolioCurveAdapter.curve(curve).flatMap(QuadraticBook::of);
        return inToken1.map(book -> risky(one) == RiskyToken.TOKEN0 ? book : book.inverted());
    }

    /**
     * The figures within a span, for a case.
     *
     * @throws IllegalArgumentException if there are none, they cannot be followed, or its tokens are not the asset and the money of the case
     */
    List<PoolMinute> minutes(BacktestCase one, Instant from, Instant to) {
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        if (names == null) {
            throw new IllegalArgumentException("nothing was published of it; does --owners name it?");
        }
        RiskyToken risky = risky(one);
        List<PoolMinute> minutes = figures.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isBefore(from) && entry.getKey().isBefore(to))
                .map(entry -> new PoolMinute(micros(entry), risky, entry.getValue()))
                .toList();
        if (minutes.isEmpty()) {
            throw new IllegalArgumentException("nothing was published of it between --from and --to");
        }
        return minutes;
    }

    private RiskyToken risky(BacktestCase one) {
        String asset0 = one.asset(names.symbol0(), names.address0());
        String asset1 = one.asset(names.symbol1(), names.address1());
        String asset = one.rule().asset();
        String money = one.rule().money();
        if (asset0.equals(asset) && asset1.equals(money)) {
            return RiskyToken.TOKEN0;
        } else if (asset1.equals(asset) && asset0.equals(money)) {
            return RiskyToken.TOKEN1;
        }
        throw new IllegalArgumentException("its pool has " + asset0 + " and " + asset1 + ", and the policy hedges "
                + asset + " in " + money + "; a back-test needs these two to be the same");
    }

    private static long micros(Map.Entry<Instant, PartFigures> entry) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, entry.getKey());
    }

    private static PartFigures figures(JsonNode totals, double price) {
        double value = totals.get("value").asDouble();
        return new PartFigures(
                true,
                value,
                known(totals, "value_in_range"),
                null,
                totals.get("hodl_value").asDouble(),
                totals.get("il").asDouble() + totals.get("realised_il").asDouble(),
                totals.get("fees_value").asDouble(),
                totals.get("lvr").asDouble(),
                null,
                totals.get("delta0").asDouble(),
                totals.get("delta1").asDouble(),
                totals.get("hodl0").asDouble(),
                totals.get("hodl1").asDouble(),
                totals.get("gamma").asDouble(),
                price,
                Map.of());
    }

    private static Double known(JsonNode totals, String field) {
        return totals.hasNonNull(field) ? Double.valueOf(totals.get(field).asDouble()) : null;
    }

    private static String text(JsonNode part, String field) {
        return part.hasNonNull(field) ? part.get(field).asText() : null;
    }
}
