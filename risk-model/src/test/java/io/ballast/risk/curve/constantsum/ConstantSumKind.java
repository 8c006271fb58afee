/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.constantsum;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.RawPrice;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.rolling.Windows;
import io.ballast.risk.row.RowForm;
import io.ballast.risk.row.RowReader;
import io.ballast.risk.row.RowWriter;
import io.ballast.risk.row.TableForm;
import io.ballast.risk.share.ShareBook;
import io.ballast.risk.share.ShareCurve;
import io.ballast.risk.share.ShareFacts;
import io.ballast.risk.share.ShareFees;
import io.ballast.risk.share.ShareRules;
import io.ballast.risk.share.ShareTables;
import io.ballast.risk.share.TimedEvent;
import java.math.BigInteger;
import java.util.List;

/** A kind that only this folder knows: {@code rate x + y = D} in raw units, at one price whatever the balances. */
record ConstantSumKind() implements PoolKind {

    @Override
    public String name() {
        return "CONSTANT_SUM";
    }

    @Override
    public PoolTerms terms(PoolFacts facts) {
        facts.requirePair(this);
        return new Terms(
                facts.text("address"),
                facts.decimals(0),
                facts.decimals(1),
                new Rate(facts.requireInt("rate_num"), facts.requireInt("rate_den")),
                ShareFacts.fees(facts));
    }

    @Override
    public List<TableForm<?, ?>> tables() {
        return ShareTables.forms(new Form());
    }

    record Rate(long num, long den) implements ShareCurve {

        @Override
        public double depth(double balance0, double balance1) {
            return balance0 * real() + balance1;
        }

        @Override
        public RawPrice price(BigInteger balance0, BigInteger balance1) {
            return new RawPrice(BigInteger.valueOf(num), BigInteger.valueOf(den));
        }

        @Override
        public PairCurve ofDepth(double depth) {
            return new Line(real(), depth);
        }

        private double real() {
            return (double) num / den;
        }
    }

    /** The pool is left with whatever is cheaper. */
    record Line(double rate, double depth) implements PairCurve {

        @Override
        public double amount0(double price) {
            return price < rate ? depth / rate : 0;
        }

        @Override
        public double amount1(double price) {
            return price < rate ? 0 : depth;
        }

        @Override
        public double gamma(double price) {
            return 0;
        }

        @Override
        public double rebalancingLoss(double from, double to) {
            return amount0(from) * to + amount1(from) - value(to);
        }
    }

    record RateChange(Rate rate, long atSeconds) implements BookEvent.PoolChange, TimedEvent {}

    record Terms(String address, Integer decimals0, Integer decimals1, Rate rate, ShareFees fees) implements PoolTerms {

        @Override
        public PoolKind kind() {
            return new ConstantSumKind();
        }

        @Override
        public List<?> creation() {
            return List.of(address, rate);
        }

        @Override
        public PoolBook open(Windows windows) {
            return new ShareBook(this, fees, new Rules(rate), windows);
        }
    }

    record Rules(Rate initial) implements ShareRules<Rate> {

        @Override
        public Rate changed(Rate rate, BookEvent.PoolChange event) {
            if (event instanceof RateChange change) {
                return change.rate();
            }
            throw new IllegalArgumentException("a constant sum pool knows no " + event);
        }

        @Override
        public ShareCurve at(Rate rate, long seconds) {
            return rate;
        }

        @Override
        public RowForm<Rate> form() {
            return new Form();
        }
    }

    private static final class Form implements RowForm<Rate> {

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(Rate rate, RowWriter row) {
            row.number(rate.num()).number(rate.den());
        }

        @Override
        public Rate read(RowReader row) {
            return new Rate(row.number(), row.number());
        }
    }
}
