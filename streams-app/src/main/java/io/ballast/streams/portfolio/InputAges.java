/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.schema.InputAge;
import io.ballast.schema.InputKind;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.option.SurfaceBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The oldest of each kind of input that a portfolio's figures rest on. */
final class InputAges {

    private final Listings listings;

    InputAges(Listings listings) {
        this.listings = listings;
    }

    List<InputAge> of(Level level) {
        List<InputAge> ages = new ArrayList<>();
        add(ages, InputKind.POOL, pools(level), level.time());
        add(ages, InputKind.ASSET_PRICE, prices(level), level.time());
        add(ages, InputKind.MARK, marks(level), level.time());
        add(ages, InputKind.OPTION_SURFACE, surfaces(level), level.time());
        return ages;
    }

    private static SortedMap<String, Instant> pools(Level level) {
        SortedMap<String, Instant> times = new TreeMap<>();
        for (NamedPart part : level.pools().held()) {
            PortfolioPart record = part.record();
            times.merge(record.getPoolId(), record.getEventTime(), InputAges::older);
        }
        return times;
    }

    private static SortedMap<String, Instant> prices(Level level) {
        SortedMap<String, Instant> times = new TreeMap<>();
        level.prices().used().forEach((asset, price) -> {
            if (price.time() != null) {
                times.put(asset, price.time());
            }
        });
        return times;
    }

    private SortedMap<String, Instant> marks(Level level) {
        SortedMap<String, Instant> times = new TreeMap<>();
        for (PortfolioBook book : level.books()) {
            for (HedgeLeg leg : book.hedges().openLegs()) {
                ReferencePrice tick = listings.tick(leg.instrument().key());
                if (tick != null) {
                    times.put(leg.instrument().key().toString(), tick.getEventTime());
                }
            }
        }
        return times;
    }

    private static SortedMap<String, Instant> surfaces(Level level) {
        SortedMap<String, Instant> times = new TreeMap<>();
        for (OptionSurface surface : level.hedges().options().surfaces()) {
            times.put(SurfaceBoard.key(surface), surface.getEventTime());
        }
        return times;
    }

    /** Of equally old ones the first by name. */
    private static void add(List<InputAge> ages, InputKind kind, SortedMap<String, Instant> times, Instant now) {
        String oldest = null;
        for (String name : times.keySet()) {
            if (oldest == null || times.get(name).isBefore(times.get(oldest))) {
                oldest = name;
            }
        }
        if (oldest != null) {
            Instant time = times.get(oldest);
            ages.add(new InputAge(kind, oldest, time, ms(time, now)));
        }
    }

    /** How old something observed then is now, in milliseconds; never negative. */
    static long ms(Instant time, Instant now) {
        return Math.max(0, Duration.between(time, now).toMillis());
    }

    private static Instant older(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
