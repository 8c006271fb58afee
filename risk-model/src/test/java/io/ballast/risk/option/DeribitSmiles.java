/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import io.ballast.risk.testdata.DeribitChain.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Smiles from a recorded chain. */
public final class DeribitSmiles {

    private DeribitSmiles() {}

    /** From the marks of the options that are out of the money, one for each strike. */
    public static Smile outOfTheMoney(List<Instrument> chain) {
        double forward = chain.get(0).forward();
        List<SmileQuote> quotes = new ArrayList<>();
        for (Instrument i : chain) {
            if (i.call() == (i.strike() >= forward)) {
                volatility(i, i.mark()).asOptional().ifPresent(v -> quotes.add(SmileQuote.marked(i.strike(), v)));
            }
        }
        return new Smile(forward, chain.get(0).years(), quotes, SmileWings.LINEAR);
    }

    public static OptionKind kind(Instrument i) {
        return i.call() ? OptionKind.CALL : OptionKind.PUT;
    }

    static ImpliedVolatility volatility(Instrument i, double priceCoin) {
        return InverseOption.impliedVolatility(kind(i), i.forward(), i.strike(), i.years(), priceCoin);
    }
}
