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
                Topic0.PANCAKE_SET_FEE_PROTOCOL + "| SetFeeProtocol(uint32,uint32,uint32,uint32)",
                Topic0.SLIPSTREAM_POOL_CREATED + "| PoolCreated(address,address,int24,address)",
                Topic0.SLIPSTREAM_CUSTOM_FEE + "| CustomFeeSet(address,uint24)",
                Topic0.SLIPSTREAM_CUSTOM_FEE_BEFORE + "| SetCustomFee(address,uint24)",
                Topic0.V4_INITIALIZE + "| Initialize(bytes32,address,address,uint24,int24,address,uint160,int24)",
                Topic0.V4_MODIFY + "| ModifyLiquidity(bytes32,address,int24,int24,int256,bytes32)",
                Topic0.V4_SWAP + "| Swap(bytes32,address,int128,int128,uint160,uint128,int24,uint24)",
                Topic0.V4_DONATE + "| Donate(bytes32,address,uint256,uint256)",
                Topic0.V4_PROTOCOL_FEE + "| ProtocolFeeUpdated(bytes32,uint24)",
                Topic0.ANSWER_UPDATED + "| AnswerUpdated(int256,uint256,uint256)",
                Topic0.BALANCER_SWAP + "| Swap(bytes32,address,address,uint256,uint256)",
                Topic0.BALANCER_BALANCE + "| PoolBalanceChanged(bytes32,address,address[],int256[],uint256[])",
                Topic0.BALANCER_TOKENS + "| TokensRegistered(bytes32,address[],address[])",
                Topic0.BALANCER_FEE + "| SwapFeePercentageChanged(uint256)",
                Topic0.BALANCER_AMP_STARTED + "| AmpUpdateStarted(uint256,uint256,uint256,uint256)",
                Topic0.BALANCER_AMP_STOPPED + "| AmpUpdateStopped(uint256)",
                Topic0.BALANCER_WEIGHTS + "| GradualWeightUpdateScheduled(uint256,uint256,uint256[],uint256[])",
                Topic0.CURVE_EXCHANGE + "| TokenExchange(address,int128,uint256,int128,uint256)",
                Topic0.CURVE_ADD + "| AddLiquidity(address,uint256[2],uint256[2],uint256,uint256)",
                Topic0.CURVE_REMOVE + "| RemoveLiquidity(address,uint256[2],uint256[2],uint256)",
                Topic0.CURVE_REMOVE_IMBALANCE
                        + "| RemoveLiquidityImbalance(address,uint256[2],uint256[2],uint256,uint256)",
                Topic0.CURVE_REMOVE_ONE + "| RemoveLiquidityOne(address,uint256,uint256,uint256)",
                Topic0.CURVE_REMOVE_ONE_BEFORE + "| RemoveLiquidityOne(address,uint256,uint256)",
                Topic0.CURVE_RAMP + "| RampA(uint256,uint256,uint256,uint256)",
                Topic0.CURVE_STOP_RAMP + "| StopRampA(uint256,uint256)",
                Topic0.CURVE_NEW_FEE + "| NewFee(uint256,uint256)",
                Topic0.CURVE_EXCHANGE_UNDERLYING + "| TokenExchangeUnderlying(address,int128,uint256,int128,uint256)",
                Topic0.CURVE_NG_ADD + "| AddLiquidity(address,uint256[],uint256[],uint256,uint256)",
                Topic0.CURVE_NG_REMOVE + "| RemoveLiquidity(address,uint256[],uint256[],uint256)",
                Topic0.CURVE_NG_REMOVE_ONE + "| RemoveLiquidityOne(address,int128,uint256,uint256,uint256)",
                Topic0.CURVE_NG_REMOVE_IMBALANCE
                        + "| RemoveLiquidityImbalance(address,uint256[],uint256[],uint256,uint256)",
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
