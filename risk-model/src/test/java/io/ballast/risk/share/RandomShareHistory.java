/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.LogPosition;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The log of a pool of shares with deposits in any proportion, withdrawals, swaps, transfers and changes of parameters. */
final class RandomShareHistory {

    private static final String ZERO = SharePool.ZERO_ADDRESS;
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private final Random random;
    private final BiFunction<Random, Long, BookEvent.PoolChange> parameterChange;
    private final Map<String, BigInteger> held = new TreeMap<>();
    private final List<Arrival<String>> log = new ArrayList<>();
    private BigInteger balance0;
    private BigInteger balance1;
    private BigInteger supply = BigInteger.TEN.pow(24);
    private long block = 100;
    private int logIndex;

    private RandomShareHistory(
            long seed, BiFunction<Random, Long, BookEvent.PoolChange> parameterChange, int decimals1) {
        random = new Random(seed);
        this.parameterChange = parameterChange;
        balance0 = BigInteger.TEN.pow(24);
        balance1 = BigInteger.TEN.pow(6 + decimals1);
    }

    static List<Arrival<String>> of(
            long seed, int events, int decimals1, BiFunction<Random, Long, BookEvent.PoolChange> parameterChange) {
        RandomShareHistory history = new RandomShareHistory(seed, parameterChange, decimals1);
        history.begin();
        while (history.log.size() < events) {
            history.next();
        }
        return List.copyOf(history.log);
    }

    private void begin() {
        add(new BookEvent.LpTransfer(ZERO, ZERO, BigInteger.valueOf(1_000_000)));
        held.put("0xfirst", supply);
        add(new BookEvent.LpTransfer(ZERO, "0xfirst", supply));
        add(new ShareEvent.Join(balance0, balance1, BigInteger.ZERO, BigInteger.ZERO, null, seconds()));
        supply = supply.add(BigInteger.valueOf(1_000_000));
    }

    private void next() {
        switch (random.nextInt(8)) {
            case 0 -> join();
            case 1 -> exit();
            case 2 -> transfer();
            case 3 -> add(parameterChange.apply(random, seconds()));
            case 4 -> add(new ShareEvent.FeeChange(new ShareFees(random.nextInt(1_000_000), 0), seconds()));
            default -> swap();
        }
    }

    private void swap() {
        boolean buysToken1 = balance0.compareTo(BigInteger.TEN.pow(24)) < 0;
        BigInteger part0 = part(balance0, 1 + random.nextInt(20));
        BigInteger part1 = part(balance1, 1 + random.nextInt(20));
        BigInteger change0 = buysToken1 ? part0 : part0.negate();
        BigInteger change1 = buysToken1 ? part1.negate() : part1;
        balance0 = balance0.add(change0);
        balance1 = balance1.add(change1);
        add(new ShareEvent.Exchange(change0, change1, seconds()));
    }

    private void join() {
        int share = 1 + random.nextInt(100);
        BigInteger minted = part(supply, share);
        BigInteger amount0 = part(balance0, random.nextBoolean() ? share : 0);
        BigInteger amount1 = part(balance1, amount0.signum() == 0 ? 2 * share : random.nextInt(share + 1));
        String holder = holder();
        add(new BookEvent.LpTransfer(ZERO, holder, minted));
        add(new ShareEvent.Join(amount0, amount1, BigInteger.ZERO, BigInteger.ZERO, null, seconds()));
        held.merge(holder, minted, BigInteger::add);
        supply = supply.add(minted);
        balance0 = balance0.add(amount0);
        balance1 = balance1.add(amount1);
    }

    private void exit() {
        List<String> holders = List.copyOf(held.keySet());
        String holder = holders.get(random.nextInt(holders.size()));
        BigInteger burnt =
                held.get(holder).divide(BigInteger.valueOf(holder.equals("0xfirst") ? 4 : 1 + random.nextInt(2)));
        boolean lopsided = random.nextBoolean();
        BigInteger amount0 = balance0.multiply(burnt).divide(supply);
        BigInteger amount1 =
                lopsided ? BigInteger.ZERO : balance1.multiply(burnt).divide(supply);
        add(new BookEvent.LpTransfer(holder, ZERO, burnt));
        add(new ShareEvent.Exit(amount0, amount1, BigInteger.ZERO, BigInteger.ZERO, null, seconds()));
        held.merge(holder, burnt.negate(), BigInteger::add);
        if (held.get(holder).signum() == 0) {
            held.remove(holder);
        }
        supply = supply.subtract(burnt);
        balance0 = balance0.subtract(amount0);
        balance1 = balance1.subtract(amount1);
    }

    private void transfer() {
        BigInteger moved = part(held.get("0xfirst"), random.nextInt(50));
        String to = holder();
        add(new BookEvent.LpTransfer("0xfirst", to, moved));
        held.merge("0xfirst", moved.negate(), BigInteger::add);
        held.merge(to, moved, BigInteger::add);
        if (held.get(to).signum() == 0) {
            held.remove(to);
        }
    }

    private String holder() {
        return "0x" + (char) ('a' + random.nextInt(4));
    }

    private static BigInteger part(BigInteger whole, int perThousand) {
        return whole.multiply(BigInteger.valueOf(perThousand)).divide(THOUSAND);
    }

    private long seconds() {
        return 1_700_000_000L + 12 * block;
    }

    private void add(BookEvent event) {
        LogPosition at = new LogPosition(block, "0xhash" + block, logIndex++);
        Marks marks = Marks.at(1000 * seconds());
        log.add(new Arrival<>(
                at,
                event,
                false,
                at.toString(),
                random.nextInt(10) == 0 ? marks : marks.withUsdPerToken1(1).withMarketPrice(1.01, 18, 18)));
        boolean whole = !(event instanceof BookEvent.LpTransfer);
        if (whole && random.nextInt(3) == 0) {
            block += 1 + random.nextInt(2);
            logIndex = 0;
        }
    }
}
