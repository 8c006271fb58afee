/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.risk.option.Smile;
import io.ballast.risk.option.SmileQuote;
import io.ballast.risk.option.SmileWings;
import io.ballast.risk.scenario.SmileOptionLeg;
import io.ballast.schema.OptionSurface;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** The newest surface of each underlying and expiry. Mutable and single-threaded. */
public final class SurfaceBoard {

    private final TreeMap<String, OptionSurface> byKey = new TreeMap<>();

    /** @param key  underlying and expiry, as its topic has it */
    public void put(String key, OptionSurface surface) {
        byKey.put(key, surface);
    }

    /** The expiry is over. */
    public void remove(String key) {
        byKey.remove(key);
    }

    /** By underlying and expiry; a live view. */
    public Collection<OptionSurface> all() {
        return byKey.values();
    }

    /** Key of the surface of an option's expiry. */
    public static String key(String underlying, HeldOption option) {
        return SurfaceRecords.key(underlying, option.expiry());
    }

    /** Key that a surface lies under. */
    public static String key(OptionSurface surface) {
        return SurfaceRecords.key(surface.getUnderlying(), surface.getExpiry());
    }

    /** The surface that tells volatilities of an option's expiry; empty: none does. */
    public Optional<OptionSurface> of(String underlying, HeldOption option) {
        return Optional.ofNullable(byKey.get(key(underlying, option)))
                .filter(surface -> surface.getAtmVolatility() != null
                        && surface.getForward() != null
                        && surface.getIndexPrice() != null
                        && !surface.getSmile().isEmpty()
                        && surface.getYearsToExpiry() > 0);
    }

    /** An option by the volatility that a surface has at its strike, as of the surface's time. */
    public static SmileOptionLeg leg(HeldOption option, OptionSurface surface) {
        return new SmileOptionLeg(
                option.kind(),
                option.strike(),
                option.coins(),
                smile(surface).volatility(option.strike()),
                surface.getYearsToExpiry(),
                surface.getForward() / surface.getIndexPrice());
    }

    /** As a surface has it; only of one with volatilities. */
    public static Smile smile(OptionSurface surface) {
        return new Smile(
                surface.getForward(),
                surface.getYearsToExpiry(),
                surface.getSmile().stream()
                        .map(point -> SmileQuote.marked(point.getStrike(), point.getVolatility()))
                        .toList(),
                SmileWings.FLAT);
    }
}
