/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/** Instruments that tests trade. */
public final class Listed {

    public static final MarginTerms TENTH = new MarginTerms(new BigDecimal("0.1"), new BigDecimal("0.05"));

    public static final LinearPerpetual LINEAR =
            new LinearPerpetual(terms("binance", "ETHUSDT", "ETH", "USDT", "USDT", "1", "0.001", "0.01", TENTH));
    public static final InversePerpetual INVERSE =
            new InversePerpetual(terms("deribit", "ETH-PERPETUAL", "ETH", "USD", "ETH", "10", "1", "1", TENTH));
    public static final Spot SPOT =
            new Spot(terms("coinbase", "ETH-USD", "ETH", "USD", "USD", "1", "0.0001", "0.001", null));
    public static final LinearOption LINEAR_CALL = new LinearOption(
            terms("deribit", "SOL_USDC-250-C", "SOL", "USDC", "USDC", "10", "1", "1", null),
            new OptionTerms(OptionRight.CALL, new BigDecimal("250"), 1_000_000));
    public static final CoinSettledOption COIN_PUT = new CoinSettledOption(
            terms("deribit", "BTC-10000-P", "BTC", "USD", "BTC", "1", "0.1", "0.1", null),
            new OptionTerms(OptionRight.PUT, new BigDecimal("10000"), 1_000_000));

    private Listed() {}

    public static InstrumentTerms terms(
            String venue,
            String id,
            String base,
            String quote,
            String settlement,
            String multiplier,
            String lot,
            String minimum,
            MarginTerms margin) {
        return new InstrumentTerms(
                new InstrumentKey(venue, id),
                base,
                quote,
                settlement,
                new BigDecimal(multiplier),
                new BigDecimal(lot),
                new BigDecimal(minimum),
                margin);
    }

    public static Fill fill(String id, long timeMicros, Instrument instrument, String contracts, String price) {
        return fill(id, timeMicros, instrument, contracts, price, "0");
    }

    public static Fill fill(
            String id, long timeMicros, Instrument instrument, String contracts, String price, String fee) {
        return new Fill(
                id,
                timeMicros,
                instrument.key(),
                new BigDecimal(contracts),
                new BigDecimal(price),
                new BigDecimal(fee),
                instrument.terms().settlement());
    }
}
