/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Losses of a pair's holders, against every lot of LP tokens on its own, in floating point. */
class PairLossBookPropertyTest {

    private static final String ZERO = "0x0000000000000000000000000000000000000000";
    private static final String PAIR = "0xpair";
    private static final Windows WINDOWS = new Windows(List.of(new Window("1m", 60_000), new Window("1h", 3_600_000)));
    private static final PoolTerms TERMS = new ConstantProductTerms(PAIR, 3000, 18, 18, false);

    /** LP tokens with what they have lost at each time; gone ones have stopped losing. */
    private record Lot(double tokens, boolean gone, TreeMap<Long, Double> lost) {

        Lot part(double fraction, boolean leaves) {
            TreeMap<Long, Double> share = new TreeMap<>();
            lost.forEach((time, loss) -> share.put(time, loss * fraction));
            return new Lot(tokens * fraction, gone || leaves, share);
        }
    }

    /** One history. */
    private static final class Run {
        private final Random random;
        private final PoolBook book = PoolBook.open(TERMS, WINDOWS);
        private final Map<String, BigInteger> held = new TreeMap<>();
        private final Map<String, List<Lot>> lots = new TreeMap<>();
        /** All holders, and every other one. */
        private final List<BookGroup> groups = List.of(book.newGroup(), book.newGroup());

        private BigInteger reserve0 = units(100);
        private BigInteger reserve1 = units(400);
        private BigInteger supply;
        private long now = 1_700_000_000_000L;

        Run(long seed) {
            random = new Random(seed);
            book.observe((before, after) -> {
                groups.get(0).replace(before, after);
                if (isInSecondGroup((after == null ? before : after).key())) {
                    groups.get(1).replace(before, after);
                }
            });
            supply = units(200);
            apply(new BookEvent.LpTransfer(ZERO, ZERO, BigInteger.valueOf(1000)));
            BigInteger minted = supply.subtract(BigInteger.valueOf(1000));
            apply(new BookEvent.LpTransfer(ZERO, "0xa", minted));
            apply(new BookEvent.Sync(reserve0, reserve1));
            apply(new BookEvent.LpMint(reserve0, reserve1));
            came("0xa", minted);
        }

        void step() {
            now += random.nextInt(20) == 0 ? 500_000 : random.nextInt(15_000);
            switch (random.nextInt(6)) {
                case 0 -> mint(holder());
                case 1 -> burn(holder());
                case 2 -> give(holder(), holder());
                default -> swap();
            }
        }

        private void swap() {
            double before = sqrtPrice();
            double depth = Math.sqrt(reserve0.doubleValue() * reserve1.doubleValue());
            double factor = Math.exp(0.05 * random.nextGaussian());
            reserve0 = scaled(reserve0, factor * 1.0003);
            reserve1 = scaled(reserve1, 1.0003 / factor);
            double after = sqrtPrice();
            double perToken = depth / supply.doubleValue() * (after - before) * (after - before) / before;
            lots.values()
                    .forEach(list -> list.stream().filter(lot -> !lot.gone()).forEach(lot -> lot.lost()
                            .merge(now, lot.tokens() * perToken / 1e18, Double::sum)));
            apply(new BookEvent.Sync(reserve0, reserve1));
        }

        private void mint(String holder) {
            BigInteger amount0 = scaled(reserve0, random.nextDouble() / 2);
            BigInteger minted = amount0.multiply(supply).divide(reserve0);
            BigInteger amount1 = minted.multiply(reserve1).divide(supply);
            apply(new BookEvent.LpTransfer(ZERO, holder, minted));
            reserve0 = reserve0.add(amount0);
            reserve1 = reserve1.add(amount1);
            supply = supply.add(minted);
            apply(new BookEvent.Sync(reserve0, reserve1));
            apply(new BookEvent.LpMint(amount0, amount1));
            came(holder, minted);
        }

        private void burn(String holder) {
            BigInteger part = part(holder);
            if (part.signum() == 0) {
                return;
            }
            BigInteger out0 = part.multiply(reserve0).divide(supply);
            BigInteger out1 = part.multiply(reserve1).divide(supply);
            apply(new BookEvent.LpTransfer(holder, PAIR, part));
            apply(new BookEvent.LpTransfer(PAIR, ZERO, part));
            reserve0 = reserve0.subtract(out0);
            reserve1 = reserve1.subtract(out1);
            supply = supply.subtract(part);
            apply(new BookEvent.Sync(reserve0, reserve1));
            apply(new BookEvent.LpBurn(out0, out1));
            split(holder, part, holder, true);
        }

        private void give(String from, String to) {
            BigInteger part = part(from);
            if (part.signum() == 0 || from.equals(to)) {
                return;
            }
            apply(new BookEvent.LpTransfer(from, to, part));
            split(from, part, to, false);
            held.merge(to, part, BigInteger::add);
        }

        private void split(String from, BigInteger part, String to, boolean leaves) {
            double fraction = part.doubleValue() / held.get(from).doubleValue();
            List<Lot> kept = new ArrayList<>();
            List<Lot> moved = new ArrayList<>();
            for (Lot lot : lots.get(from)) {
                if (lot.gone()) {
                    kept.add(lot);
                } else {
                    moved.add(lot.part(fraction, leaves));
                    kept.add(lot.part(1 - fraction, false));
                }
            }
            lots.put(from, kept);
            lots.computeIfAbsent(to, none -> new ArrayList<>()).addAll(moved);
            held.merge(from, part.negate(), BigInteger::add);
        }

        private void came(String holder, BigInteger tokens) {
            held.merge(holder, tokens, BigInteger::add);
            lots.computeIfAbsent(holder, none -> new ArrayList<>())
                    .add(new Lot(tokens.doubleValue(), false, new TreeMap<>()));
        }

        private BigInteger part(String holder) {
            BigInteger all = held.getOrDefault(holder, BigInteger.ZERO);
            return random.nextInt(4) == 0 ? all : all.divide(BigInteger.valueOf(2 + random.nextInt(5)));
        }

        private void apply(BookEvent event) {
            book.apply(event, Marks.at(now).withUsdPerToken1(2));
        }

        private String holder() {
            return "0x" + (char) ('a' + random.nextInt(4));
        }

        private double sqrtPrice() {
            return Math.sqrt(reserve1.doubleValue() / reserve0.doubleValue());
        }

        double lost(String holder, long since) {
            return lots.get(holder).stream()
                    .flatMap(lot -> lot.lost().tailMap(since, false).values().stream())
                    .mapToDouble(loss -> loss)
                    .sum();
        }
    }

    private static boolean isInSecondGroup(String holder) {
        return holder.equals("0xa") || holder.equals("0xc");
    }

    /** Holders go in and out; those who have left count with what went out. */
    @Property(tries = 15)
    void shouldBeTheSumOverHoldersInAGroup(@ForAll long seed) {
        Run run = new Run(seed);
        for (int i = 0; i < 200; i++) {
            run.step();
            if (i % 5 == 0) {
                run.groups.forEach(group -> group.forgetBefore(run.now - 100_000));
                GroupLosses.assertSums(run.book, run.groups.get(0), holder -> true, run.now);
                GroupLosses.assertSums(run.book, run.groups.get(1), PairLossBookPropertyTest::isInSecondGroup, run.now);
            }
        }
        BookGroup rebuilt = run.book.newGroup();
        run.book.forEachAccount(account -> rebuilt.replace(null, account));
        assertThat(rebuilt.read(run.now)).isEqualTo(run.groups.get(0).read(run.now));
    }

    @Property(tries = 15)
    void shouldBeTheSumOverLotsAndSteps(@ForAll long seed) {
        Run run = new Run(seed);
        for (int i = 0; i < 200; i++) {
            run.step();
            if (i % 10 == 0) {
                run.lots.keySet().forEach(holder -> assertLosses(run, holder));
            }
        }
    }

    private static void assertLosses(Run run, String holder) {
        LossFigures losses = run.book.figures(holder, run.now).measures().losses();
        double whole = run.lost(holder, 0);
        assertThat(losses.lvr()).isCloseTo(whole, within(1e-9 * (1 + whole)));
        assertThat(losses.lvrUsd()).isCloseTo(2 * whole, within(1e-9 * (1 + whole)));
        for (int i = 0; i < losses.windows().size(); i++) {
            WindowFigures window = losses.windows().get(i);
            double since = run.lost(holder, WINDOWS.all().get(i).startAt(run.now));
            assertThat(window.lvr()).isCloseTo(since, within(1e-9 * (1 + whole)));
            assertThat(window.lvrUsd()).isCloseTo(2 * since, within(1e-9 * (1 + whole)));
            assertThat(window.il()).isNotPositive();
        }
    }

    private static BigInteger scaled(BigInteger amount, double factor) {
        return new BigDecimal(amount).multiply(BigDecimal.valueOf(factor)).toBigInteger();
    }

    private static BigInteger units(long whole) {
        return BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(18));
    }
}
