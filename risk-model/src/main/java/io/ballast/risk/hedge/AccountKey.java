/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** One asset's account at a venue. */
public record AccountKey(String venue, String asset) implements Comparable<AccountKey> {

    @Override
    public int compareTo(AccountKey other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : asset.compareTo(other.asset);
    }

    @Override
    public String toString() {
        return venue + ":" + asset;
    }
}
