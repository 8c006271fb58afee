/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.cli.backtest.Backtest.Outcome;
import io.ballast.risk.backtest.BacktestPoint;
import io.ballast.risk.backtest.BacktestResult;
import io.ballast.risk.backtest.Churn;
import io.ballast.risk.backtest.RiskTest;
import io.ballast.risk.portfolio.Attribution;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;

/** A back-test for machines: a case each, with its days. */
final class BacktestJson {
    private BacktestJson() {}

    static ObjectNode of(List<Outcome> outcomes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        outcomes.forEach(outcome -> document.withArray("cases").add(one(outcome)));
        return document;
    }

    private static ObjectNode one(Outcome outcome) {
        BacktestResult result = outcome.result();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("portfolio", outcome.followed().portfolio())
                .put("asset", outcome.followed().rule().asset())
                .put("money", outcome.followed().rule().money())
                .put("target", outcome.followed().target())
                .put("theta", result.end().theta())
                .put("band", outcome.followed().band())
                .put("hours", result.points().size() - 1)
                .put("variance_unhedged", result.variance(BacktestPoint::unhedged))
                .put("variance_hedged", result.variance(BacktestPoint::hedged))
                .put("variance_reduction", result.reduction())
                .put("identity_off_by", result.worstGap());
        shares(node.putObject("shares_of_hedged_variance"), result);
        churn(node.putObject("churn"), result.end().churn());
        risks(node, outcome.risks());
        terms(node.putObject("total"), result.points().get(0), result.end());
        days(node, outcome);
        return node;
    }

    private static void shares(ObjectNode node, BacktestResult result) {
        node.put("lvr", result.share(point -> -point.lvr()))
                .put("open_exposure", result.share(BacktestPoint::openExposure))
                .put("fees", result.share(point -> point.pool().fees().toDouble()))
                .put("costs", result.share(BacktestPoint::costs))
                .put("funding", result.share(point -> point.account().funding().toDouble()));
    }

    private static void risks(ObjectNode node, List<RiskTest> risks) {
        risks.forEach(risk -> node.withArray("value_at_risk")
                .addObject()
                .put("hedged", risk.hedged())
                .put("level", risk.level())
                .put("hours", risk.kupiec().observations())
                .put("exceeded", risk.kupiec().exceptions())
                .put("expected", risk.kupiec().expected())
                .put("p_value", risk.kupiec().pValue()));
    }

    private static void churn(ObjectNode node, Churn churn) {
        node.put("looks", churn.looks())
                .put("recommendations", churn.recommendations())
                .put("trades", churn.trades())
                .put("blocked", churn.blocked())
                .put("notional", churn.notional());
    }

    private static void days(ObjectNode node, Outcome outcome) {
        List<BacktestPoint> points = outcome.result().points();
        BacktestPoint before = points.get(0);
        for (int i = 1; i < points.size(); i++) {
            boolean isMidnight =
                    HourlyRows.end(outcome, i).atOffset(ZoneOffset.UTC).get(ChronoField.HOUR_OF_DAY) == 0;
            if (isMidnight || i == points.size() - 1) {
                ObjectNode day = node.withArray("days").addObject();
                day.put(
                        "date",
                        HourlyRows.end(outcome, i - 1)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString());
                terms(day, before, points.get(i));
                before = points.get(i);
            }
        }
    }

    private static void terms(ObjectNode node, BacktestPoint from, BacktestPoint to) {
        Attribution before = from.total();
        Attribution after = to.total();
        node.put("price", after.price().minus(before.price()).toDouble())
                .put("il", after.il().minus(before.il()).toDouble())
                .put("fees", after.fees().minus(before.fees()).toDouble())
                .put("hedge", after.hedge().minus(before.hedge()).toDouble())
                .put("funding", after.funding().minus(before.funding()).toDouble())
                .put("premium", after.premium().minus(before.premium()).toDouble())
                .put("costs", after.costs().minus(before.costs()).toDouble())
                .put("result", after.total().minus(before.total()).toDouble())
                .put("lvr", after.lvr().minus(before.lvr()).toDouble())
                .put("open_exposure", to.openExposure() - from.openExposure())
                .put("spread", to.spread() - from.spread());
    }
}
