/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.row.TableForm;
import java.util.List;

/** Constant product: Uniswap v2. Its tables keep the Avro forms that the application had before kinds had their own. */
public record ConstantProductKind() implements PoolKind {

    @Override
    public String name() {
        return "CONSTANT_PRODUCT";
    }

    @Override
    public PoolTerms terms(PoolFacts facts) {
        facts.requirePair(this);
        return new ConstantProductTerms(
                facts.text("address"),
                facts.requireInt("fee_pips"),
                facts.decimals(0),
                facts.decimals(1),
                facts.text("protocol_fee_recipient") != null);
    }

    @Override
    public List<TableForm<?, ?>> tables() {
        return List.of();
    }
}
