/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.aggregate.ProfileSegment;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
