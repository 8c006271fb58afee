/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.constantproduct;

import static io.ballast.risk.pool.constantproduct.ConstantProductPool.ZERO_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pair of 1000 and 4000 raw units times a million: sqrt(k) is 2000 million LP tokens. */
class ConstantProductPoolTest {

    private static final String PAIR = "0x00000000000000000000000000000000000000ff";
    private static final String ALICE = "0x00000000000000000000000000000000000000aa";
    private static final String BOB = "0x00000000000000000000000000000000000000bb";
    private static final BigInteger RESERVE0 = big(1_000_000_000);
    private static final BigInteger RESERVE1 = big(4_000_000_000L);
    private static final BigInteger SUPPLY = big(2_000_000_000);

    private final Journal journal = new Journal();
    private final ConstantProductPool pair = firstMinted(false, journal);

    @BeforeEach
    void startCounting() {
        journal.cut();
    }

    @Test
    void theFirstMintMakesItFollowedFromTheStart() {
        assertThat(pair.state().followedFromStart()).isTrue();
        assertThat(pair.state().totalSupply()).isEqualTo(SUPPLY);
        assertThat(pair.balanceOf(ALICE))
                .isEqualTo(ConstantProductMath.initialLiquidity(new TokenAmounts(RESERVE0, RESERVE1)));
        assertThat(pair.balanceOf(ZERO_ADDRESS)).isEqualTo(ConstantProductMath.MINIMUM_LIQUIDITY);
        assertThat(pair.state().kLast()).isZero();
    }

    @Test
    void aRemovalPaysTheShareOfBalances_roundedDown() {
        BigInteger held = pair.balanceOf(ALICE);
        assertThat(pair.removal(ALICE))
                .contains(new TokenAmounts(
                        held.multiply(RESERVE0).divide(SUPPLY),
                        held.multiply(RESERVE1).divide(SUPPLY)));
    }

    @Test
    void donationsCountBeforeAnySync() {
        pair.tokenTransfer(RESERVE0, BigInteger.ZERO);
        assertThat(pair.state().reserve0()).isEqualTo(RESERVE0);
        assertThat(pair.removal(ALICE).orElseThrow().amount0())
                .isEqualTo(pair.balanceOf(ALICE).multiply(RESERVE0.shiftLeft(1)).divide(SUPPLY));
        pair.sync(RESERVE0, RESERVE1);
        assertThat(pair.state().balance0()).isEqualTo(RESERVE0);
    }

    @Test
    void lpTokensInThePairAreBurntAlongWithAnyRemoval() {
        pair.lpTransfer(ALICE, PAIR, big(1_000_000_000));
        pair.lpTransfer(ALICE, BOB, big(1_000_000));
        assertThat(pair.removal(BOB))
                .contains(new TokenAmounts(
                        big(1_001_000_000).multiply(RESERVE0).divide(SUPPLY),
                        big(1_001_000_000).multiply(RESERVE1).divide(SUPPLY)));
        assertThat(pair.removal(PAIR)).contains(new TokenAmounts(big(500_000_000), big(2_000_000_000)));
    }

    @Test
    void thePairRefusesARemovalWorthLessThanAUnit() {
        pair.lpTransfer(ALICE, BOB, BigInteger.ONE);
        assertThat(pair.removal(BOB)).isEmpty();
        assertThat(pair.removal("0x00000000000000000000000000000000000000cc")).isEmpty();
    }

    /** v2 whitepaper 2.4: a sixth of the growth of sqrt(k), here from 2000 to 3000 million, goes to the protocol. */
    @Test
    void theProtocolsSixthDilutesARemoval() {
        ConstantProductPool withFee = firstMinted(true, new Journal());
        withFee.sync(big(1_500_000_000), big(6_000_000_000L));
        BigInteger supply = SUPPLY.add(big(1_000_000_000).multiply(SUPPLY).divide(big(17_000_000_000L)));
        assertThat(withFee.state().totalSupplyWithFee()).isEqualTo(supply);
        assertThat(withFee.removal(ALICE).orElseThrow().amount0())
                .isEqualTo(withFee.balanceOf(ALICE).multiply(big(1_500_000_000)).divide(supply));
        withFee.burnLog();
        assertThat(withFee.state().totalSupplyWithFee()).isEqualTo(SUPPLY);
    }

    @Test
    void burningLowersTheSupply_andSendingToTheZeroAddressDoesNot() {
        pair.lpTransfer(ALICE, PAIR, big(500));
        pair.lpTransfer(PAIR, ZERO_ADDRESS, big(500));
        assertThat(pair.state().totalSupply()).isEqualTo(SUPPLY.subtract(big(500)));
        assertThat(pair.balanceOf(PAIR)).isZero();
        pair.lpTransfer(ALICE, ZERO_ADDRESS, big(7));
        assertThat(pair.state().totalSupply()).isEqualTo(SUPPLY.subtract(big(500)));
        assertThat(pair.balanceOf(ZERO_ADDRESS)).isEqualTo(big(1007));
    }

    @Test
    void refusesMoreThanThereIs() {
        refused(() -> pair.lpTransfer(BOB, ALICE, big(3)), "3 taken from LP balance of " + BOB);
        refused(() -> pair.lpTransfer(PAIR, ZERO_ADDRESS, big(3)), "3 taken from LP balance");
        refused(() -> pair.lpTransfer(ALICE, BOB, big(-3)), "value -3 is not a uint256");
        refused(() -> pair.tokenTransfer(RESERVE0.add(big(1)).negate(), BigInteger.ZERO), "token0 balance");
        refused(() -> pair.sync(BigInteger.TWO.pow(112), big(1)), "is not a uint112");
        refused(() -> pair.sync(big(1), big(-1)), "reserve1 -1 is not a uint112");
    }

    @Test
    void isUndoneExactly() {
        ConstantProductState state = pair.state();
        BigInteger alice = pair.balanceOf(ALICE);
        pair.tokenTransfer(big(5), big(6));
        pair.lpTransfer(ALICE, BOB, alice);
        pair.sync(big(7), big(8));
        pair.mintLog();
        journal.rollback();
        assertThat(pair.state()).isEqualTo(state);
        assertThat(pair.balanceOf(ALICE)).isEqualTo(alice);
        assertThat(pair.holders().view()).containsOnlyKeys(ALICE, ZERO_ADDRESS);
    }

    @Test
    void followedFromMidLifeItKnowsNoRemovals_andForgivesUnknownBalances() {
        ConstantProductPool midLife = new ConstantProductPool(PAIR, false, new Journal());
        midLife.lpTransfer(ALICE, BOB, big(500));
        midLife.sync(RESERVE0, RESERVE1);
        midLife.tokenTransfer(RESERVE0.add(big(1)).negate(), BigInteger.ZERO);
        midLife.lpTransfer(ZERO_ADDRESS, ALICE, big(100));
        midLife.lpTransfer(PAIR, ZERO_ADDRESS, big(200));
        assertThat(midLife.state().followedFromStart()).isFalse();
        assertThat(midLife.balanceOf(BOB)).isEqualTo(big(500));
        assertThat(midLife.state().totalSupply()).isZero();
        assertThat(midLife.removal(BOB)).isEmpty();
    }

    private static ConstantProductPool firstMinted(boolean protocolFeeOn, Journal journal) {
        ConstantProductPool pair = new ConstantProductPool(PAIR, protocolFeeOn, journal);
        pair.tokenTransfer(RESERVE0, RESERVE1);
        pair.lpTransfer(ZERO_ADDRESS, ZERO_ADDRESS, ConstantProductMath.MINIMUM_LIQUIDITY);
        pair.lpTransfer(ZERO_ADDRESS, ALICE, SUPPLY.subtract(ConstantProductMath.MINIMUM_LIQUIDITY));
        pair.sync(RESERVE0, RESERVE1);
        pair.mintLog();
        return pair;
    }

    private void refused(Runnable action, String message) {
        ConstantProductState state = pair.state();
        assertThatIllegalArgumentException().isThrownBy(action::run).withMessageContaining(message);
        journal.rollback();
        assertThat(pair.state()).isEqualTo(state);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
