/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.row.TableForm;
import io.ballast.risk.share.ShareFacts;
import io.ballast.risk.share.ShareFees;
import io.ballast.risk.share.ShareTables;
import java.util.List;

/** Weighted pools of two assets: Balancer. */
public record WeightedKind() implements PoolKind {

    @Override
    public String name() {
        return "WEIGHTED";
    }

    @Override
    public PoolTerms terms(PoolFacts facts) {
        ShareFacts.requirePair(this, facts);
        long weight0 = weight(facts, 0);
        long weight1 = weight(facts, 1);
        if (weight0 + weight1 != ShareFees.ONE_E18) {
            throw new IllegalArgumentException(
                    "tokens: weights " + weight0 + " and " + weight1 + " do not sum to 10^18");
        }
        return new WeightedTerms(
                facts.text("address"), facts.decimals(0), facts.decimals(1), weight0, ShareFacts.fees(facts));
    }

    private static long weight(PoolFacts facts, int token) {
        PoolFacts told = facts.tokens().get(token);
        long weight = ShareFacts.e18(told, "weight_e18_raw");
        if (weight == 0) {
            throw new IllegalArgumentException("tokens[" + token + "].weight_e18_raw is 0");
        }
        return weight;
    }

    @Override
    public List<TableForm<?, ?>> tables() {
        return ShareTables.forms(new WeightRamp.Form());
    }
}
