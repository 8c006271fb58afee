/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.row.TableForm;
import io.ballast.risk.share.ShareFacts;
import io.ballast.risk.share.ShareTables;
import java.math.BigInteger;
import java.util.List;

/** Stable pools of two coins: Curve, Balancer. */
public record StableKind() implements PoolKind {

    private static final double ONE_E18 = 1e18;

    @Override
    public String name() {
        return "STABLE";
    }

    /** The amplification is as the contracts' {@code A()} means it, times its precision: see {@link StableInvariant}. */
    @Override
    public PoolTerms terms(PoolFacts facts) {
        ShareFacts.requirePair(this, facts);
        return new StableTerms(
                facts.text("address"),
                facts.require("tokens[0].decimals of a stable pool", facts.decimals(0)),
                facts.require("tokens[1].decimals of a stable pool", facts.decimals(1)),
                rate(facts, 0),
                rate(facts, 1),
                amplification(facts),
                ShareFacts.fees(facts));
    }

    private static AmplificationRamp amplification(PoolFacts facts) {
        BigInteger raw = facts.require("amplification_raw", facts.integer("amplification_raw"));
        if (raw.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("amplification_raw " + raw + " is beyond 64 bits");
        }
        boolean precise = facts.number("amplification_precision") != null;
        return AmplificationRamp.constant(raw.longValue(), precise ? facts.requireInt("amplification_precision") : 1);
    }

    private static double rate(PoolFacts facts, int token) {
        BigInteger rate = facts.tokens().get(token).integer("rate_e18_raw");
        if (rate != null && rate.signum() <= 0) {
            throw new IllegalArgumentException("tokens[" + token + "].rate_e18_raw " + rate + " is not positive");
        }
        return rate == null ? ONE_E18 : rate.doubleValue();
    }

    @Override
    public List<TableForm<?, ?>> tables() {
        return ShareTables.forms(new RampForm());
    }
}
