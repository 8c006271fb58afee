/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.abi.EventEncoder;

class Topic0Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                Topic0.POOL_CREATED + "| PoolCreated(address,address,uint24,int24,address)",
                Topic0.INITIALIZE + "| Initialize(uint160,int24)",
                Topic0.MINT + "| Mint(address,address,int24,int24,uint128,uint256,uint256)",
                Topic0.BURN + "| Burn(address,int24,int24,uint128,uint256,uint256)",
                Topic0.SWAP + "| Swap(address,address,int256,int256,uint160,uint128,int24)",
                Topic0.PANCAKE_SWAP + "| Swap(address,address,int256,int256,uint160,uint128,int24,uint128,uint128)",
                Topic0.COLLECT + "| Collect(address,address,int24,int24,uint128,uint128)",
                Topic0.FLASH + "| Flash(address,address,uint256,uint256,uint256,uint256)",
                Topic0.SET_FEE_PROTOCOL + "| SetFeeProtocol(uint8,uint8,uint8,uint8)",
                Topic0.COLLECT_PROTOCOL + "| CollectProtocol(address,address,uint128,uint128)",
                Topic0.NFT_INCREASE + "| IncreaseLiquidity(uint256,uint128,uint256,uint256)",
                Topic0.NFT_DECREASE + "| DecreaseLiquidity(uint256,uint128,uint256,uint256)",
                Topic0.NFT_COLLECT + "| Collect(uint256,address,uint256,uint256)",
                Topic0.TRANSFER + "| Transfer(address,address,uint256)",
                Topic0.PAIR_CREATED + "| PairCreated(address,address,address,uint256)",
                Topic0.PAIR_MINT + "| Mint(address,uint256,uint256)",
                Topic0.PAIR_BURN + "| Burn(address,uint256,uint256,address)",
                Topic0.PAIR_SYNC + "| Sync(uint112,uint112)",
                Topic0.PAUSED + "| Paused(address)",
                Topic0.UNPAUSED + "| Unpaused(address)",
                Topic0.PAUSED_STATE_CHANGED + "| PausedStateChanged(bool)",
                Topic0.PAIR_SWAP + "| Swap(address,uint256,uint256,uint256,uint256,address)"
            })
    void isTheKeccakOfTheSignature(String topic0, String signature) {
        assertThat(topic0).isEqualTo(EventEncoder.buildEventSignature(signature));
    }
}
