/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.row.TableForm;
import java.util.List;

/** Concentrated liquidity: Uniswap v3. Its tables keep the Avro forms that the application had before kinds had their own. */
public record ConcentratedKind() implements PoolKind {

    @Override
    public String name() {
        return "CONCENTRATED";
    }

    @Override
    public PoolTerms terms(PoolFacts facts) {
        facts.requirePair(this);
        return new ConcentratedTerms(
                facts.text("address"),
                facts.requireInt("fee_pips"),
                facts.requireInt("tick_spacing"),
                facts.decimals(0),
                facts.decimals(1));
    }

    @Override
    public List<TableForm<?, ?>> tables() {
        return List.of();
    }
}
