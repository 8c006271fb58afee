/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.pools.ShareDetails.VaultPool;
import io.ballast.schema.PoolKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a pools file says of a weighted or stable pool.
 *
 * @param row  as it was read
 */
record ShareRow(Row row) {

    private static final int MAX_PRECISION = 1_000_000;
    private static final int E18_DIGITS = 18;

    ShareDetails details(PoolKind kind) {
        boolean weighted = kind == PoolKind.WEIGHTED;
        Optional<VaultPool> vault =
                weighted ? Optional.of(inVault()) : row.address("vault").map(at -> inVault());
        int precision = row.integer("amplificationPrecision", 1, MAX_PRECISION).orElse(vault.isPresent() ? 1000 : 1);
        return new ShareDetails(
                row.address("lpToken").orElseGet(() -> row.requiredAddress("address")),
                vault,
                weighted ? weights() : List.of(),
                weighted ? Optional.empty() : Optional.of(amplification(precision)),
                precision,
                required("swapFee"),
                e18("protocolPart").orElse(BigInteger.ZERO),
                rates());
    }

    private VaultPool inVault() {
        String poolId = row.requiredPoolId("poolId");
        if (!poolId.startsWith(row.requiredAddress("address"))) {
            throw row.broken("poolId", poolId, "an id that begins with the pool's address");
        }
        return new VaultPool(row.requiredAddress("vault"), poolId);
    }

    /** That of token1 is the rest. */
    private List<BigInteger> weights() {
        BigInteger first = required("weight0");
        return List.of(first, BigInteger.TEN.pow(E18_DIGITS).subtract(first));
    }

    private BigInteger amplification(int precision) {
        return row.required("amplification", row.wholeNumber("amplification")).multiply(BigInteger.valueOf(precision));
    }

    private List<BigInteger> rates() {
        BigInteger one = BigInteger.TEN.pow(E18_DIGITS);
        Optional<BigInteger> rate0 = e18("rate0");
        Optional<BigInteger> rate1 = e18("rate1");
        return rate0.isEmpty() && rate1.isEmpty() ? List.of() : List.of(rate0.orElse(one), rate1.orElse(one));
    }

    private BigInteger required(String name) {
        return row.required(name, e18(name));
    }

    /** A decimal number of up to 18 places, times 10^18. */
    private Optional<BigInteger> e18(String name) {
        return row.text(name).map(value -> {
            if (!value.matches("[0-9]{1,9}([.][0-9]{1,18})?")) {
                throw row.broken(name, value, "a decimal number of 0 or more, such as 0.003");
            }
            return new BigDecimal(value).movePointRight(E18_DIGITS).toBigIntegerExact();
        });
    }
}
