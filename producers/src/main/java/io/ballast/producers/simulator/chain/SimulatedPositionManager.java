/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import static io.ballast.risk.pool.constantproduct.ConstantProductPool.ZERO_ADDRESS;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * The position manager on the simulated chain: keeps the books of its NFTs as v3-periphery {@code
 * NonfungiblePositionManager} does and leaves its logs, each after the pool's own, in the block.
 *
 * <p>Mutable and single-threaded.
 */
public final class SimulatedPositionManager {

    private final String address;
    private final ManagerLogs logs;
    private final Map<Long, Nft> nfts = new HashMap<>();
    private long minted;

    public SimulatedPositionManager(String address) {
        this.address = address;
        this.logs = new ManagerLogs(address);
    }

    /** @throws IllegalArgumentException if there is no such NFT, or none any more */
    public Nft nft(long tokenId) {
        Nft nft = nfts.get(tokenId);
        if (nft == null) {
            throw new IllegalArgumentException("Invalid token ID " + tokenId);
        }
        return nft;
    }

    /** {@code mint}: a new NFT with liquidity in a range. */
    public Nft mint(
            BlockBuilder block,
            SimulatedConcentratedPool pool,
            String recipient,
            TickRange range,
            BigInteger liquidity) {
        PoolSlot slot = PoolSlot.managed(address, range);
        TokenAmounts paid = pool.mint(block, slot, liquidity);
        Nft nft = Nft.opened(++minted, pool, slot, recipient).withLiquidity(liquidity);
        block.log(logs.transfer(nft, ZERO_ADDRESS, recipient));
        block.log(logs.increase(nft, liquidity, paid));
        return keep(nft);
    }

    /** {@code increaseLiquidity}. */
    public Nft increase(BlockBuilder block, long tokenId, BigInteger liquidity) {
        Nft nft = nft(tokenId);
        TokenAmounts paid = nft.pool().mint(block, nft.slot(), liquidity);
        block.log(logs.increase(nft, liquidity, paid));
        return keep(nft.settled().withLiquidity(nft.liquidity().add(liquidity)));
    }

    /**
     * {@code decreaseLiquidity}: what is taken out is credited, not yet paid.
     *
     * @throws IllegalArgumentException if that is nothing, or more than there is
     */
    public Nft decrease(BlockBuilder block, long tokenId, BigInteger liquidity) {
        Nft nft = nft(tokenId);
        if (liquidity.signum() <= 0 || liquidity.compareTo(nft.liquidity()) > 0) {
            throw new IllegalArgumentException("cannot take a liquidity of " + liquidity + " out of the "
                    + nft.liquidity() + " of NFT " + tokenId);
        }
        TokenAmounts credited = nft.pool().burn(block, nft.slot(), liquidity);
        block.log(logs.decrease(nft, liquidity, credited));
        return keep(
                nft.settled().credited(credited).withLiquidity(nft.liquidity().subtract(liquidity)));
    }

    /** {@code collect} of everything: the manager books what it asks for, the pool may pay a unit or two less. */
    public Nft collect(BlockBuilder block, long tokenId) {
        Nft nft = nft(tokenId);
        if (nft.liquidity().signum() > 0) {
            nft.pool().burn(block, nft.slot(), BigInteger.ZERO);
            nft = nft.settled();
        }
        TokenAmounts booked = nft.tokensOwed();
        nft.pool().collect(block, nft.slot(), booked);
        block.log(logs.collect(nft, booked));
        return keep(nft.withOwed(TokenAmounts.ZERO));
    }

    /** {@code transferFrom}. */
    public Nft transfer(BlockBuilder block, long tokenId, String to) {
        Nft nft = nft(tokenId);
        skipApproval(block);
        block.log(logs.transfer(nft, nft.owner(), to));
        return keep(nft.withOwner(to));
    }

    /**
     * {@code burn}: the NFT ceases.
     *
     * @throws IllegalArgumentException if it still holds or is owed something
     */
    public void burn(BlockBuilder block, long tokenId) {
        Nft nft = nft(tokenId);
        if (!nft.isEmpty()) {
            throw new IllegalArgumentException("Not cleared: NFT " + tokenId + " has a liquidity of " + nft.liquidity()
                    + " and is owed " + nft.tokensOwed());
        }
        skipApproval(block);
        block.log(logs.transfer(nft, nft.owner(), ZERO_ADDRESS));
        nfts.remove(tokenId);
    }

    private static void skipApproval(BlockBuilder block) {
        block.skipLogs(1);
    }

    private Nft keep(Nft nft) {
        nfts.put(nft.tokenId(), nft);
        return nft;
    }
}
