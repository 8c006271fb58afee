/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.BookGroup;
import io.ballast.risk.book.LossFigures;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.book.WindowFigures;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;

/** A history of a pool of shares, and beside its book the losses of its holders by brute force. */
final class ShareRun {
    private static final String ZERO = SharePool.ZERO_ADDRESS;
    private static final Windows WINDOWS =
            new Windows(List.of(new Window("1m", 60_000), new Window("1h", 3_600_000), new Window("7d", 604_800_000)));
    private static final double CLOSE = 1e-9;

    private final Random random;
    private final BiFunction<Random, Long, BookEvent.PoolChange> parameterChange;
    private final double priceMove;
    final PoolBook book;
    final Map<String, BigInteger> held = new TreeMap<>();
    private final NaiveShares naive = new NaiveShares();
    /** All holders, and every other one. */
    final List<BookGroup> groups;

    private BigInteger balance0 = units(400);
    private BigInteger balance1 = units(500);
    private BigInteger supply = BigInteger.ZERO;
    private double drift = 1;
    private double market;
    private long seconds = 1_700_000_000L;

    ShareRun(PoolTerms terms, BiFunction<Random, Long, BookEvent.PoolChange> change, long seed, double priceMove) {
        random = new Random(seed);
        parameterChange = change;
        this.priceMove = priceMove;
        book = PoolBook.open(terms, WINDOWS);
        groups = List.of(book.newGroup(), book.newGroup());
        book.observe((before, after) -> {
            groups.get(0).replace(before, after);
            if (isInSecondGroup((after == null ? before : after).key())) {
                groups.get(1).replace(before, after);
            }
        });
        begin();
    }

    static boolean isInSecondGroup(String holder) {
        return holder.equals("0xa") || holder.equals("0xc");
    }

    private void begin() {
        BigInteger minted = units(1000);
        apply(new BookEvent.LpTransfer(ZERO, ZERO, BigInteger.ONE));
        apply(new BookEvent.LpTransfer(ZERO, "0xa", minted));
        apply(join(balance0, balance1));
        supply = minted.add(BigInteger.ONE);
        stand();
        came("0xa", minted, balance0, balance1);
    }

    void step() {
        seconds += random.nextInt(20) == 0 ? 500 : random.nextInt(15);
        switch (random.nextInt(8)) {
            case 0 -> deposit(holder());
            case 1 -> withdraw(holder());
            case 2 -> give(holder(), holder());
            case 3 -> changed(parameterChange.apply(random, seconds), balance0, balance1, supply);
            default -> swap();
        }
    }

    private void letTimePass() {
        changed(new ShareEvent.Balances(balance0, balance1, seconds), balance0, balance1, supply);
    }

    private void swap() {
        letTimePass();
        ShareCurve curve = curve();
        double depth = depth(curve) * (1 + 1e-4 * random.nextDouble());
        double price = Math.exp(0.5 * Math.log(price(curve)) + priceMove * random.nextGaussian());
        PairCurve after = curve.ofDepth(depth);
        BigInteger next0 = raw(after.amount0(price));
        BigInteger next1 = raw(after.amount1(price));
        BookEvent event = random.nextBoolean()
                ? new ShareEvent.Balances(next0, next1, seconds)
                : new ShareEvent.Exchange(next0.subtract(balance0), next1.subtract(balance1), seconds);
        changed(event, next0, next1, supply);
    }

    /** For less than its part, so that no LP token ever loses depth. */
    private void deposit(String holder) {
        letTimePass();
        BigInteger amount0 = part(balance0, random.nextBoolean() ? 0 : 0.3 * random.nextDouble());
        BigInteger amount1 = part(balance1, amount0.signum() == 0 ? 0.2 : 0.3 * random.nextDouble());
        double before = depth(curve());
        balance0 = balance0.add(amount0);
        balance1 = balance1.add(amount1);
        double after = depth(curve());
        balance0 = balance0.subtract(amount0);
        balance1 = balance1.subtract(amount1);
        BigInteger minted = part(supply, (after / before - 1) * 0.998);
        apply(new BookEvent.LpTransfer(ZERO, holder, minted));
        BigInteger owners = supply;
        supply = supply.add(minted);
        changed(join(amount0, amount1), balance0.add(amount0), balance1.add(amount1), owners);
        came(holder, minted, amount0, amount1);
    }

    private void withdraw(String holder) {
        BigInteger all = held.getOrDefault(holder, BigInteger.ZERO);
        BigInteger burnt = random.nextInt(4) == 0 && !holder.equals("0xa") ? all : part(all, random.nextDouble() / 2);
        if (burnt.signum() == 0) {
            return;
        }
        double fraction = burnt.doubleValue() / all.doubleValue();
        double share = burnt.doubleValue() / supply.doubleValue();
        BigInteger amount0 = part(balance0, share * (0.2 + 0.7 * random.nextDouble()));
        BigInteger amount1 = part(balance1, share * (0.2 + 0.7 * random.nextDouble()));
        apply(new BookEvent.LpTransfer(holder, ZERO, burnt));
        BigInteger owners = supply;
        supply = supply.subtract(burnt);
        double depthNow = depth(curve()) / drift * share;
        double withoutFees = Math.min(1, naive.depth(holder) * fraction / depthNow);
        changed(
                new ShareEvent.Exit(amount0, amount1, BigInteger.ZERO, BigInteger.ZERO, null, seconds),
                balance0.subtract(amount0),
                balance1.subtract(amount1),
                owners,
                price -> naive.left(
                        holder, fraction, nowMs(), price, withoutFees * (human(amount0) * price + human(amount1))));
        held.put(holder, all.subtract(burnt));
    }

    private void give(String from, String to) {
        BigInteger all = held.getOrDefault(from, BigInteger.ZERO);
        BigInteger moved = part(all, random.nextDouble());
        if (moved.signum() == 0 || from.equals(to)) {
            return;
        }
        apply(new BookEvent.LpTransfer(from, to, moved));
        naive.gave(from, to, moved.doubleValue() / all.doubleValue());
        held.put(from, all.subtract(moved));
        held.merge(to, moved, BigInteger::add);
    }

    /** An event that leaves these balances, and what it costs each LP token that there was. */
    private void changed(BookEvent event, BigInteger next0, BigInteger next1, BigInteger owners) {
        changed(event, next0, next1, owners, price -> {});
    }

    /** @param beforeTrade  what happens at the price before, on the curve of the event's time */
    private void changed(
            BookEvent event, BigInteger next0, BigInteger next1, BigInteger owners, DoubleConsumer beforeTrade) {
        double depthBefore = depth(curve());
        apply(event);
        ShareCurve curve = curve();
        drift *= depth(curve) / depthBefore;
        PairCurve perToken = curve.ofDepth(depth(curve) / human(owners));
        double from = price(curve);
        beforeTrade.accept(from);
        boolean traded = !next0.multiply(balance1).equals(next1.multiply(balance0));
        balance0 = next0;
        balance1 = next1;
        if (traded) {
            naive.step(nowMs(), perToken, from, price(curve), market);
        }
        stand();
    }

    private void stand() {
        double depth = depth(curve()) / drift;
        naive.stand(nowMs(), human(balance0) / depth, human(balance1) / depth, price(curve()));
    }

    private void came(String holder, BigInteger tokens, BigInteger amount0, BigInteger amount1) {
        held.merge(holder, tokens, BigInteger::add);
        double depth = depth(curve()) / drift * (tokens.doubleValue() / supply.doubleValue());
        naive.came(holder, nowMs(), human(tokens), depth, human(amount0), human(amount1));
    }

    private void apply(BookEvent event) {
        market = supply.signum() == 0 ? 1 : 1.002 * price(curve());
        book.apply(event, Marks.at(nowMs()).withUsdPerToken1(2).withMarketPrice(market, 18, 18));
    }

    private ShareCurve curve() {
        return (ShareCurve) book.curveNow();
    }

    private double depth(ShareCurve curve) {
        return curve.depth(human(balance0), human(balance1));
    }

    private double price(ShareCurve curve) {
        return curve.price(balance0, balance1).human(0, 0);
    }

    private ShareEvent.Join join(BigInteger amount0, BigInteger amount1) {
        return new ShareEvent.Join(amount0, amount1, BigInteger.ZERO, BigInteger.ZERO, null, seconds);
    }

    private String holder() {
        return "0x" + (char) ('a' + random.nextInt(4));
    }

    long nowMs() {
        return 1000 * seconds;
    }

    void assertLosses(String holder) {
        PositionMeasures measures = book.figures(holder, nowMs()).measures();
        LossFigures losses = measures.losses();
        assertThat(losses.lvr()).isCloseTo(naive.lvr(holder, 0), within(CLOSE)).isNotNegative();
        assertThat(losses.lvrUsd()).isCloseTo(2 * naive.lvr(holder, 0), within(2 * CLOSE));
        assertThat(losses.markout()).isCloseTo(naive.markout(holder), within(CLOSE));
        for (WindowFigures window : losses.windows()) {
            Long since = window.complete() ? window.sinceMs() : null;
            assertThat(window.lvr()).isCloseTo(naive.lvr(holder, since == null ? 0 : since), within(CLOSE));
            assertThat(window.il()).isCloseTo(naive.il(holder, since), within(CLOSE));
        }
        WindowFigures longest = losses.windows().get(losses.windows().size() - 1);
        assertThat(longest.complete()).isFalse();
        assertThat(longest.il()).isCloseTo(measures.il() + measures.realisedIl(), within(CLOSE));
    }

    private static BigInteger part(BigInteger amount, double fraction) {
        return new BigDecimal(amount).multiply(new BigDecimal(fraction)).toBigInteger();
    }

    private static BigInteger raw(double human) {
        return new BigDecimal(human).scaleByPowerOfTen(18).toBigInteger();
    }

    private static BigInteger units(long whole) {
        return raw(whole);
    }

    private static double human(BigInteger raw) {
        return raw.doubleValue() / 1e18;
    }
}
