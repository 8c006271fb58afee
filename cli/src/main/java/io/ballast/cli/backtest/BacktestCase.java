/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.risk.backtest.FollowerRule;
import io.ballast.risk.hedge.advice.NoTradeBand;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * One policy that is followed.
 *
 * @param assets  what tokens are called, by symbol or address in lower case
 */
public record BacktestCase(String portfolio, FollowerRule rule, Map<String, String> assets) {

    String target() {
        return rule.target().title();
    }

    String band() {
        if (rule.band() instanceof NoTradeBand.WhalleyWilmott band) {
            return "Whalley-Wilmott, g = " + plain(band.riskAversion());
        }
        double coins = ((NoTradeBand.Fixed) rule.band()).coins();
        return coins == 0 ? "none (one lot)" : "±" + plain(coins) + " " + rule.asset();
    }

    /** The asset that a token is. */
    String asset(String symbol, String address) {
        String byAddress = address == null ? null : assets.get(address.toLowerCase(Locale.ROOT));
        if (byAddress != null) {
            return byAddress;
        }
        return symbol == null ? "" : assets.getOrDefault(symbol.toLowerCase(Locale.ROOT), symbol);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
