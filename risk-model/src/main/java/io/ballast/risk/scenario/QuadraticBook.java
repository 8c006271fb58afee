/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.aggregate.ProfileSegment;
import io.ballast.risk.book.ConcentratedGroupCurve;
import io.ballast.risk.book.GroupCurve;
import io.ballast.risk.book.ShareGroupCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.loss.Domain;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Worth of concentrated positions and holdings of one pair as a function of the sqrt price s: {@code A s^2 + B s + C} between
 * each two boundaries. In token1, human units. Immutable.
 *
 * <p>Coefficients are doubles: worth is right to about 1e-16 of the largest term, which is the whole value of a narrow range.
 */
public final class QuadraticBook {

    private final List<QuadraticPiece> pieces;

    private QuadraticBook(List<QuadraticPiece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** The sum of ranges in human units; none are worth 0 everywhere. */
    public static QuadraticBook of(Collection<ConcentratedRange> ranges) {
        TreeSet<Double> ends = new TreeSet<>(List.of(0.0, Double.POSITIVE_INFINITY));
        ranges.forEach(range -> ends.addAll(List.of(range.sqrtLower(), range.sqrtUpper())));
        List<QuadraticPiece> pieces = new ArrayList<>();
        for (Double lower = ends.first(); lower < Double.POSITIVE_INFINITY; lower = ends.higher(lower)) {
            pieces.add(piece(lower, ends.higher(lower), ranges));
        }
        return new QuadraticBook(pieces);
    }

    /** A group's liquidity by tick, from raw to human units. */
    public static QuadraticBook of(LiquidityProfile profile, int decimals0, int decimals1) {
        List<QuadraticPiece> pieces = new ArrayList<>();
        ProfileSegment segment = profile.segmentAt(BigInteger.ONE);
        pieces.add(piece(segment, decimals0, decimals1));
        while (segment.tickUpper() != null) {
            segment = profile.segmentAt(TickMath.sqrtPriceX96AtTick(segment.tickUpper()));
            pieces.add(piece(segment, decimals0, decimals1));
        }
        return new QuadraticBook(pieces);
    }

    /** A holding of constant-product liquidity L, whole tokens: {@code 2 L s} at every price. */
    public static QuadraticBook ofConstantProduct(double liquidity) {
        return new QuadraticBook(List.of(new QuadraticPiece(
                0, Double.POSITIVE_INFINITY, 0, 2 * Domain.requireNotNegative("liquidity", liquidity), 0)));
    }

    /** What is held in a pool, in token1 by the price of token0; empty where it has another form. */
    public static Optional<QuadraticBook> of(GroupCurve curve) {
        if (curve instanceof ConcentratedGroupCurve concentrated) {
            return Optional.of(of(concentrated.totals().profile(), concentrated.decimals0(), concentrated.decimals1()));
        }
        if (curve instanceof ShareGroupCurve share && share.curve().whole() instanceof ConstantProductCurve product) {
            return Optional.of(ofConstantProduct(share.curve().part() * product.liquidity()));
        }
        return Optional.empty();
    }

    /** Both together. */
    public QuadraticBook plus(QuadraticBook other) {
        List<QuadraticPiece> sums = new ArrayList<>();
        int here = 0;
        int there = 0;
        double lower = 0;
        while (here < pieces.size() && there < other.pieces.size()) {
            QuadraticPiece one = pieces.get(here);
            QuadraticPiece two = other.pieces.get(there);
            double upper = Math.min(one.upper(), two.upper());
            sums.add(new QuadraticPiece(lower, upper, one.a() + two.a(), one.b() + two.b(), one.c() + two.c()));
            here += one.upper() == upper ? 1 : 0;
            there += two.upper() == upper ? 1 : 0;
            lower = upper;
        }
        return new QuadraticBook(sums);
    }

    /**
     * The same worth in token0, by the price of token1 in token0: with u = 1/s, {@code (A s^2 + B s + C) u^2} is {@code C u^2 + B u +
     * A}.
     */
    public QuadraticBook inverted() {
        List<QuadraticPiece> turned = new ArrayList<>();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            QuadraticPiece piece = pieces.get(i);
            turned.add(new QuadraticPiece(1 / piece.upper(), 1 / piece.lower(), piece.c(), piece.b(), piece.a()));
        }
        return new QuadraticBook(turned);
    }

    /**
     * The same worth by a price of which the book's own is always this multiple: pools of a pair need not agree.
     *
     * @param factor  positive
     */
    public QuadraticBook atPriceTimes(double factor) {
        double root = Math.sqrt(requirePositive("factor", factor));
        return new QuadraticBook(pieces.stream()
                .map(piece -> new QuadraticPiece(
                        piece.lower() / root, piece.upper() / root, piece.a() * factor, piece.b() * root, piece.c()))
                .toList());
    }

    /** With units of both assets added: a perpetual of q coins entered at P is q of token0 and -q P of token1. */
    public QuadraticBook plusHolding(double units0, double units1) {
        return new QuadraticBook(
                pieces.stream().map(piece -> piece.plus(units0, units1)).toList());
    }

    /** Result against the worth at a price: zero there. */
    public QuadraticBook resultSince(double price) {
        return plusHolding(0, -value(price));
    }

    /** Worth at a price of token0 in token1. */
    public double value(double price) {
        double s = Math.sqrt(requirePositive("price", price));
        for (QuadraticPiece piece : pieces) {
            if (s < piece.upper()) {
                return piece.at(s);
            }
        }
        throw new IllegalStateException("no piece ends above " + s);
    }

    List<QuadraticPiece> pieces() {
        return pieces;
    }

    private static QuadraticPiece piece(double lower, double upper, Collection<ConcentratedRange> ranges) {
        double a = 0;
        double b = 0;
        double c = 0;
        for (ConcentratedRange range : ranges) {
            double liquidity = range.liquidity();
            if (upper <= range.sqrtLower()) {
                a += liquidity * ((range.sqrtUpper() - range.sqrtLower()) / range.sqrtLower() / range.sqrtUpper());
            } else if (lower >= range.sqrtUpper()) {
                c += liquidity * (range.sqrtUpper() - range.sqrtLower());
            } else {
                a -= liquidity / range.sqrtUpper();
                b += 2 * liquidity;
                c -= liquidity * range.sqrtLower();
            }
        }
        return new QuadraticPiece(lower, upper, a, b, c);
    }

    private static QuadraticPiece piece(ProfileSegment segment, int decimals0, int decimals1) {
        double toHuman = Math.pow(10, (decimals0 - decimals1) / 2.0);
        return new QuadraticPiece(
                segment.sqrtPriceLower() * toHuman,
                segment.sqrtPriceUpper() * toHuman,
                segment.a() / Math.pow(10, decimals0),
                segment.b() / Math.pow(10, (decimals0 + decimals1) / 2.0),
                segment.c() / Math.pow(10, decimals1));
    }
}
