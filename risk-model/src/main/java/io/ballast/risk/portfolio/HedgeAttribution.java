/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.hedge.CollateralTransfer;
import io.ballast.risk.hedge.Fill;
import io.ballast.risk.hedge.FundingPayment;
import io.ballast.risk.hedge.FundingRate;
import io.ballast.risk.hedge.HedgeEvent;
import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.LegEvent;
import io.ballast.risk.hedge.ListedOption;
import io.ballast.risk.hedge.Perpetual;
import io.ballast.risk.hedge.Settlement;
import io.ballast.risk.sum.ExactSum;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Where the result of hedge accounts comes from, over an interval, event by event, in the numeraire at the prices of each
 * moment.
 *
 * <ul>
 *   <li>funding: what perpetuals paid or cost;
 *   <li>costs: fees, negative was paid;
 *   <li>premium: what options were bought and sold for: minus the premium on the day of the purchase;
 *   <li>hedge: all the rest: cash and contracts revalued, and what trades brought against the mark. An option counts here from
 *       its purchase with its worth, later with its payoff, so that premium and hedge together are its result.
 * </ul>
 *
 * <p>A transfer brings no result. Terms are exact sums and are equal to worth now less worth at the start less transfers, in
 * every digit, whatever the path. Events are in the order of event time, then id, each once; a late one means to start the
 * interval anew. Mutable and single-threaded.
 */
public final class HedgeAttribution {

    private final AttributedAccounts accounts;
    private final BigDecimal startWorth;
    private BigDecimal transfersIn = BigDecimal.ZERO;
    private BigDecimal hedge = BigDecimal.ZERO;
    private BigDecimal funding = BigDecimal.ZERO;
    private BigDecimal premium = BigDecimal.ZERO;
    private BigDecimal costs = BigDecimal.ZERO;

    /** Starts from what the accounts hold now. */
    public HedgeAttribution(AttributedAccounts accounts) {
        this.accounts = accounts;
        this.startWorth = accounts.worth();
    }

    /** Prices and marks moved; those not named stay as they were. */
    public void reprice(Map<InstrumentKey, BigDecimal> marks, Map<String, BigDecimal> prices) {
        BigDecimal before = accounts.worth();
        accounts.reprice(marks, prices);
        hedge = hedge.add(accounts.worth().subtract(before));
    }

    /**
     * Something happened, at the present prices.
     *
     * @throws IllegalArgumentException if the price of an asset that it is about is not known
     */
    public void apply(HedgeEvent event, Instrument instrument) {
        if (event instanceof CollateralTransfer transfer) {
            transfersIn = transfersIn.add(accounts.pay(transfer.asset(), transfer.amount()));
            return;
        }
        LegEvent legEvent = (LegEvent) event;
        if (legEvent instanceof Fill fill) {
            trade(instrument, fill.contracts(), fill.price(), instrument instanceof ListedOption);
            costs = costs.add(accounts.pay(fill.feeAsset(), fill.fee().negate()));
        } else if (legEvent instanceof Settlement settlement) {
            settle(instrument, settlement);
        } else if (legEvent instanceof FundingRate rate) {
            BigDecimal contracts = accounts.contracts(instrument.key());
            fund(instrument, ((Perpetual) instrument).funding(contracts, rate.markPrice(), rate.rate()));
        } else {
            fund(instrument, ((FundingPayment) legEvent).amount());
        }
    }

    /** The terms so far. */
    public Attribution attribution() {
        return Attribution.ofHedges(sum(hedge), sum(funding), sum(premium), sum(costs));
    }

    /** Worth now less worth at the start less transfers. */
    public ExactSum result() {
        return sum(accounts.worth().subtract(startWorth).subtract(transfersIn));
    }

    private void settle(Instrument instrument, Settlement settlement) {
        BigDecimal contracts = accounts.contracts(instrument.key());
        if (contracts.signum() != 0) {
            trade(instrument, contracts.negate(), instrument.settlementPrice(settlement.deliveryPrice()), false);
        }
        costs = costs.add(
                accounts.pay(instrument.terms().settlement(), settlement.fee().negate()));
    }

    private void trade(Instrument instrument, BigDecimal contracts, BigDecimal price, boolean isPremium) {
        BigDecimal before = accounts.worth();
        BigDecimal paid = accounts.trade(instrument, contracts, price);
        BigDecimal change = accounts.worth().subtract(before);
        premium = isPremium ? premium.add(paid) : premium;
        hedge = hedge.add(isPremium ? change.subtract(paid) : change);
    }

    private void fund(Instrument instrument, BigDecimal amount) {
        funding = funding.add(accounts.pay(instrument.terms().settlement(), amount));
    }

    private static ExactSum sum(BigDecimal amount) {
        return ExactSum.ZERO.plus(amount);
    }
}
