/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.producers.pools.PoolContract;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.Venues;
import io.ballast.schema.PoolKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One pool of a pools file.
 *
 * @param row  as it was read
 * @param defaultVenue  that of the list it stands in
 */
record PoolRow(Row row, Optional<String> defaultVenue) {

    private static final int MAX_FEE_PIPS = 999_999;
    private static final int MAX_TICK_SPACING = 32_767;
    private static final String DYNAMIC = "dynamic";

    /** UniswapV3Factory: the spacing that each fee came with. */
    private static final Map<Integer, Integer> SPACING_OF_FEE = Map.of(100, 1, 500, 10, 3000, 60, 10000, 200);

    PoolListing listing() {
        PoolKind kind = kind();
        String token0 = row.requiredAddress("token0");
        String token1 = row.requiredAddress("token1");
        if (token0.equals(token1)) {
            throw row.broken("token1", token1, "another token than token0");
        }
        String venue = venue(kind);
        boolean managed = venue.endsWith("-v4");
        if (kind == PoolKind.WEIGHTED || kind == PoolKind.STABLE) {
            return PoolListing.ofShares(
                    row.requiredAddress("address"), kind, venue, token0, token1, new ShareRow(row).details(kind));
        }
        Optional<Integer> fee = fee(kind, venue);
        return new PoolListing(
                managed ? row.requiredPoolId("address") : row.requiredAddress("address"),
                kind,
                venue,
                token0,
                token1,
                fee,
                spacing(kind, fee),
                managed ? inManager() : Venues.contract(venue, PoolContract.UNISWAP_V3),
                Optional.empty());
    }

    private PoolContract inManager() {
        return PoolContract.managedBy(row.requiredAddress("poolManager"), row.addressButZero("hooks"));
    }

    private PoolKind kind() {
        Optional<String> said =
                row.text("kind").map(kind -> kind.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (said.isPresent()) {
            return switch (said.get()) {
                case "CONCENTRATED" -> PoolKind.CONCENTRATED;
                case "CONSTANT_PRODUCT" -> PoolKind.CONSTANT_PRODUCT;
                case "WEIGHTED" -> PoolKind.WEIGHTED;
                case "STABLE" -> PoolKind.STABLE;
                default -> throw row.broken("kind", said.get(), "CONCENTRATED, CONSTANT_PRODUCT, WEIGHTED or STABLE");
            };
        }
        String venue = row.text("venue")
                .or(this::defaultVenue)
                .orElseThrow(() -> new InputException(row.place() + ": neither venue nor kind is given"));
        if (venue.endsWith("-v3") || venue.endsWith("-v4") || Venues.isSlipstream(venue)) {
            return PoolKind.CONCENTRATED;
        }
        if (venue.endsWith("-v2")) {
            return PoolKind.CONSTANT_PRODUCT;
        }
        throw row.broken("venue", venue, "one that ends in -v2, -v3, -v4 or slipstream, or stand beside a kind");
    }

    private String venue(PoolKind kind) {
        String usual =
                switch (kind) {
                    case CONCENTRATED -> PoolListing.UNISWAP_V3;
                    case WEIGHTED -> PoolListing.BALANCER_V2;
                    case STABLE -> row.address("vault").isPresent() ? PoolListing.BALANCER_V2 : PoolListing.CURVE;
                    default -> PoolListing.UNISWAP_V2;
                };
        String venue = row.text("venue").orElse(usual).toLowerCase(Locale.ROOT);
        if (!venue.matches("[a-z0-9][a-z0-9.-]*")) {
            throw row.broken("venue", venue, "letters, digits, dots and dashes");
        }
        return venue;
    }

    /** Uniswap v4 logs each swap's fee, and Slipstream's goes by tick spacing: there it may be left out. */
    private Optional<Integer> fee(PoolKind kind, String venue) {
        if (row.text("fee").filter(DYNAMIC::equals).isPresent()) {
            return Optional.empty();
        }
        Optional<Integer> fee = row.integer("fee", 0, MAX_FEE_PIPS).or(() -> row.integer("feePips", 0, MAX_FEE_PIPS));
        if (kind == PoolKind.CONCENTRATED && (venue.endsWith("-v4") || Venues.isSlipstream(venue))) {
            return fee.or(() -> Venues.isSlipstream(venue) ? slipstreamFee() : Optional.empty());
        }
        if (fee.isEmpty() && kind == PoolKind.CONCENTRATED) {
            throw new InputException(row.place() + ": fee is missing (in pips, 3000 is 0.3 %)");
        }
        return fee.or(() -> Optional.of(PoolListing.UNISWAP_V2_FEE_PIPS));
    }

    private Optional<Integer> slipstreamFee() {
        return row.integer("tickSpacing", 1, MAX_TICK_SPACING).map(spacing -> Venues.slipstreamFeePips(spacing)
                .orElseThrow(() -> new InputException(row.place() + ": fee is missing, and a tick spacing of " + spacing
                        + " has no usual one in Slipstream")));
    }

    private Optional<Integer> spacing(PoolKind kind, Optional<Integer> fee) {
        if (kind != PoolKind.CONCENTRATED) {
            return Optional.empty();
        }
        Optional<Integer> spacing =
                row.integer("tickSpacing", 1, MAX_TICK_SPACING).or(() -> fee.map(SPACING_OF_FEE::get));
        if (spacing.isEmpty()) {
            throw new InputException(row.place() + ": tickSpacing is missing, and a fee of "
                    + fee.map(Object::toString).orElse("unknown") + " pips has no usual one");
        }
        return spacing;
    }
}
