/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertDeliveryOutcome;
import io.ballast.schema.AlertPhase;
import io.ballast.schema.AlertSeverity;
import io.ballast.schema.AlertSubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Alerts for tests. */
public final class Alerts {
    private Alerts() {}

    /** Of the first position in the pool of WETH and USDC. */
    public static Alert firing(String fingerprint) {
        Alert alert = new Alert();
        alert.setFingerprint(fingerprint);
        alert.setRuleId("deep-loss");
        alert.setSubjectKind(AlertSubjectKind.POSITION);
        alert.setSubjectId(Samples.WETH_USDC + "/nft:2");
        alert.setPoolId(Samples.WETH_USDC);
        alert.setPortfolio("desk-a/eth");
        alert.setState(AlertPhase.FIRING);
        alert.setCause(AlertCause.HELD);
        alert.setSeverity(AlertSeverity.CRITICAL);
        alert.setQuiet(false);
        alert.setMetric("il_pct");
        alert.setUnit("fraction");
        alert.setComparison("below");
        alert.setThreshold(-0.05);
        alert.setResolveThreshold(-0.04);
        alert.setValue(-0.08);
        alert.setFigures(new HashMap<>(Map.of("value_usd", 200.0)));
        alert.setSince(Samples.TIME);
        alert.setFired(Samples.TIME);
        alert.setEventTime(Samples.TIME);
        alert.setLabels(new HashMap<>());
        alert.setSummary("The position has lost much against holding.");
        alert.setSimulated(true);
        alert.setFlags(new ArrayList<>());
        return alert;
    }

    /** What came of telling a receiver that it fires. */
    public static AlertDelivery refused(String receiver, String fingerprint) {
        AlertDelivery delivery = new AlertDelivery();
        delivery.setReceiver(receiver);
        delivery.setFingerprint(fingerprint);
        delivery.setRuleId("deep-loss");
        delivery.setPortfolio("desk-a/eth");
        delivery.setState(AlertPhase.FIRING);
        delivery.setOutcome(AlertDeliveryOutcome.REFUSED);
        delivery.setAttempts(1);
        delivery.setHttpStatus(404);
        delivery.setProblem("HTTP 404");
        delivery.setAlertTime(Samples.TIME);
        delivery.setTold(Samples.TIME);
        return delivery;
    }
}
