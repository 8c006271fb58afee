/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was traded in one instrument and what is left open. Money is in the settlement asset. Immutable.
 *
 * <p>Contracts, tradeFlow, booked funding and fees are plain exact sums: the order of events does not matter to them, nor to
 * the total result. How the total splits into realised and unrealised rests on openFlow, and funding by rate on the
 * contracts held: both go by the order of event time, then id.
 *
 * @param contracts  open, signed
 * @param tradeFlow  sum of the flows of all fills and settlements
 * @param openFlow  the part of it that opened what is still open, at average cost; 0 when flat
 * @param funding  into the account; negative was paid
 * @param fees  paid, by asset
 * @param settled  true once the venue has settled the instrument
 * @param ignoredFills  fills dated after the settlement
 */
public record HedgeLeg(
        Instrument instrument,
        BigDecimal contracts,
        BigDecimal tradeFlow,
        BigDecimal openFlow,
        BigDecimal funding,
        SortedMap<String, BigDecimal> fees,
        boolean settled,
        int ignoredFills) {

    public HedgeLeg {
        fees = Collections.unmodifiableSortedMap(new TreeMap<>(fees));
    }

    static HedgeLeg empty(Instrument instrument) {
        BigDecimal zero = BigDecimal.ZERO;
        return new HedgeLeg(instrument, zero, zero, zero, zero, new TreeMap<>(), false, 0);
    }

    /** Result of what was closed: {@code tradeFlow - openFlow}, without funding and fees. */
    public BigDecimal realised() {
        return tradeFlow.subtract(openFlow);
    }

    /** Result of what is open, at a price. */
    public BigDecimal unrealised(BigDecimal price) {
        return isOpen() ? worth(price).add(openFlow) : BigDecimal.ZERO;
    }

    /** What is open is worth at a price. */
    public BigDecimal worth(BigDecimal price) {
        return instrument.worth(contracts, price);
    }

    /** Average entry price of what is open, harmonic for an inverse perpetual; null when flat. */
    public BigDecimal averagePrice() {
        return isOpen() ? instrument.priceOf(contracts, openFlow) : null;
    }

    public boolean isOpen() {
        return contracts.signum() != 0;
    }

    /** True of an option that is open after its expiry: its settlement has not come yet, and it has no delta any more. */
    public boolean isExpired(long timeMicros) {
        return isOpen()
                && instrument instanceof ListedOption listed
                && listed.option().expiryMicros() <= timeMicros;
    }

    HedgeLeg after(LegEvent event) {
        if (event instanceof Fill fill) {
            return settled ? withIgnoredFill() : afterFill(fill);
        }
        if (event instanceof Settlement settlement) {
            return afterSettlement(settlement);
        }
        if (event instanceof FundingRate rate) {
            return withFunding(((Perpetual) instrument).funding(contracts, rate.markPrice(), rate.rate()));
        }
        return withFunding(((FundingPayment) event).amount());
    }

    HedgeLeg under(Instrument sameButLotAndMargin) {
        return new HedgeLeg(sameButLotAndMargin, contracts, tradeFlow, openFlow, funding, fees, settled, ignoredFills);
    }

    private HedgeLeg afterFill(Fill fill) {
        return traded(fill.contracts(), fill.price(), settled).withFee(fill.feeAsset(), fill.fee());
    }

    private HedgeLeg afterSettlement(Settlement settlement) {
        if (settled) {
            return this;
        }
        BigDecimal price = instrument.settlementPrice(settlement.deliveryPrice());
        HedgeLeg closed = isOpen() ? traded(contracts.negate(), price, true) : asSettled();
        return closed.withFee(instrument.terms().settlement(), settlement.fee());
    }

    private HedgeLeg traded(BigDecimal change, BigDecimal price, boolean isSettled) {
        BigDecimal flow = instrument.worth(change, price).negate();
        BigDecimal left = contracts.add(change);
        return new HedgeLeg(
                instrument,
                left.signum() == 0 ? BigDecimal.ZERO : left,
                tradeFlow.add(flow),
                openFlowAfter(change, left, flow, price),
                funding,
                fees,
                isSettled,
                ignoredFills);
    }

    private BigDecimal openFlowAfter(BigDecimal change, BigDecimal left, BigDecimal flow, BigDecimal price) {
        if (left.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (contracts.signum() == 0 || contracts.signum() == change.signum()) {
            return openFlow.add(flow);
        }
        if (left.signum() == change.signum()) {
            return instrument.worth(left, price).negate();
        }
        return openFlow.multiply(left).divide(contracts, Amounts.DIGITS);
    }

    private HedgeLeg asSettled() {
        return new HedgeLeg(instrument, contracts, tradeFlow, openFlow, funding, fees, true, ignoredFills);
    }

    private HedgeLeg withIgnoredFill() {
        return new HedgeLeg(instrument, contracts, tradeFlow, openFlow, funding, fees, settled, ignoredFills + 1);
    }

    private HedgeLeg withFunding(BigDecimal amount) {
        return new HedgeLeg(
                instrument, contracts, tradeFlow, openFlow, funding.add(amount), fees, settled, ignoredFills);
    }

    private HedgeLeg withFee(String asset, BigDecimal fee) {
        Map<String, BigDecimal> paid = new TreeMap<>(fees);
        if (fee.signum() != 0) {
            paid.merge(asset, fee, BigDecimal::add);
        }
        return new HedgeLeg(
                instrument, contracts, tradeFlow, openFlow, funding, new TreeMap<>(paid), settled, ignoredFills);
    }
}
