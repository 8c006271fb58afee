/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.concentrated.SwapRules;
import io.ballast.risk.row.TableForm;
import java.util.List;

/** Concentrated liquidity: Uniswap v3, v4 and forks of v3. Its tables keep the Avro forms that the application had before kinds had their own. */
public record ConcentratedKind() implements PoolKind {

    /** {@code AFTER_ADD_LIQUIDITY_RETURNS_DELTA_FLAG} and {@code AFTER_REMOVE_LIQUIDITY_RETURNS_DELTA_FLAG}. */
    private static final int LIQUIDITY_DELTAS = 0b11;

    @Override
    public String name() {
        return "CONCENTRATED";
    }

    @Override
    public PoolTerms terms(PoolFacts facts) {
        facts.requirePair(this);
        SwapRules rules = rules(facts.text("contract"));
        return new ConcentratedTerms(
                facts.text("address"),
                feePips(facts, rules),
                facts.requireInt("tick_spacing"),
                facts.decimals(0),
                facts.decimals(1),
                rules,
                movesAmounts(facts.text("hooks")));
    }

    private static SwapRules rules(String contract) {
        try {
            return contract == null ? SwapRules.UNISWAP_V3 : SwapRules.valueOf(contract);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("contract " + contract + ": no rules that this version knows", unknown);
        }
    }

    /** In v4 each swap's log says its fee, so that it need not be known beforehand. */
    private static Integer feePips(PoolFacts facts, SwapRules rules) {
        return rules == SwapRules.UNISWAP_V4 && facts.number("fee_pips") == null ? null : facts.requireInt("fee_pips");
    }

    /** v4-core {@code Hooks}: the address says in its lowest bits what the hook may do. */
    private static boolean movesAmounts(String hooks) {
        if (hooks == null) {
            return false;
        }
        if (!hooks.matches("0x[0-9a-f]{40}")) {
            throw new IllegalArgumentException("hooks " + hooks + " is not 0x and 40 lower-case hexadecimal digits");
        }
        return (Integer.parseInt(hooks.substring(hooks.length() - 1), 16) & LIQUIDITY_DELTAS) != 0;
    }

    @Override
    public List<TableForm<?, ?>> tables() {
        return List.of();
    }
}
