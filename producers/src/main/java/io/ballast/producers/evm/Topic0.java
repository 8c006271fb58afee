/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/** Keccak-256 of the event signatures that are read here; a test computes each again from its signature. */
final class Topic0 {

    /** Uniswap v3-core {@code IUniswapV3Factory}. */
    static final String POOL_CREATED = "0x783cca1c0412dd0d695e784568c96da2e9c22ff989357a2e8b1d9b2b4e6b7118";

    /** Uniswap v3-core {@code IUniswapV3PoolEvents}. */
    static final String INITIALIZE = "0x98636036cb66a9c19a37435efc1e90142190214e8abeb821bdba3f2990dd4c95";

    static final String MINT = "0x7a53080ba414158be7ec69b987b5fb7d07dee101fe85488f0853ae16239d0bde";
    static final String BURN = "0x0c396cd989a39f4459b5fa1aed6a9a8dcdbc45908acfd67e028cd568da98982c";
    static final String SWAP = "0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67";
    static final String COLLECT = "0x70935338e69775456a85ddef226c395fb668b63fa0115f5f20610b388e6ca9c0";
    static final String FLASH = "0xbdbdb71d7860376ba52b25a5028beea23581364a40522f6bcfb86bb1f2dca633";
    static final String SET_FEE_PROTOCOL = "0x973d8d92bb299f4af6ce49b52a8adb85ae46b9f214c4c4fc06ac77401237b133";
    static final String COLLECT_PROTOCOL = "0x596b573906218d3411850b26a6b437d6c4522fdb43d2d2386263f86d50b8b151";

    /** PancakeSwap v3: a Uniswap v3 Swap with the protocol's fees behind. */
    static final String PANCAKE_SWAP = "0x19b47279256b2a23a1665c810c8d55a1758940ee09377d4f8d26497a3577dc83";

    /** PancakeSwap v3: its parts are wider than Uniswap's. */
    static final String PANCAKE_SET_FEE_PROTOCOL = "0xb3159fed3ddfba67bae294599eafe2d0ec98c08bb38e0e5fb87d33154b6e05aa";

    /** Slipstream's {@code ICLFactory}: a tick spacing in place of the fee. */
    static final String SLIPSTREAM_POOL_CREATED = "0xab0d57f0df537bb25e80245ef7748fa62353808c54d6e528a9dd20887aed9ac2";

    /** Slipstream's {@code ICustomFeeModule}, by its name of now and by that before November 2024. */
    static final String SLIPSTREAM_CUSTOM_FEE = "0xe2150e4054ad34f299189d809c507f52c0c572bfef0504af03f43be0870cd354";

    static final String SLIPSTREAM_CUSTOM_FEE_BEFORE =
            "0xd444e1b10a2a0c61e10ee9f0167820955df343074f16b69614952caef34de21d";

    /** Uniswap v4-core {@code IPoolManager} and {@code IProtocolFees}. */
    static final String V4_INITIALIZE = "0xdd466e674ea557f56295e2d0218a125ea4b4f0f6f3307b95f85e6110838d6438";

    static final String V4_MODIFY = "0xf208f4912782fd25c7f114ca3723a2d5dd6f3bcc3ac8db5af63baa85f711d5ec";
    static final String V4_SWAP = "0x40e9cecb9f5f1f1c5b9c97dec2917b7ee92e57ba5563708daca94dd84ad7112f";
    static final String V4_DONATE = "0x29ef05caaff9404b7cb6d1c0e9bbae9eaa7ab2541feba1a9c4248594c08156cb";
    static final String V4_PROTOCOL_FEE = "0xe9c42593e71f84403b84352cd168d693e2c9fcd1fdbcc3feb21d92b43e6696f9";

    /** Uniswap v3-periphery {@code INonfungiblePositionManager}. */
    static final String NFT_INCREASE = "0x3067048beee31b25b2f1681f88dac838c8bba36af25bfb2b7cf7473a5847e35f";

    static final String NFT_DECREASE = "0x26f6a048ee9138f2c0ce266f322cb99228e8d619ae2bff30c67f8dcf9d2377b4";
    static final String NFT_COLLECT = "0x40d0efd1a53d60ecbf40971b9daf7dc90178c3aadc7aab1765632738fa8b8f01";

    /** ERC-20 (two indexed fields and an amount) and ERC-721 (three indexed fields) alike. */
    static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    /** Uniswap v2-core {@code IUniswapV2Factory} and {@code IUniswapV2Pair}. */
    static final String PAIR_CREATED = "0x0d3648bd0f6ba80134a33ba9275ac585d9d315f0ad8355cddefde31afa28d0e9";

    static final String PAIR_MINT = "0x4c209b5fc8ad50758f13e2e1088ba56a560dff690a1c6fef26394f4c03821c4f";
    static final String PAIR_BURN = "0xdccd412f0b1252819cb1fd330b93224ca42612892bb3f4f789976e6d81936496";
    static final String PAIR_SYNC = "0x1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1";
    static final String PAIR_SWAP = "0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822";

    /** Chainlink's {@code AggregatorInterface}. */
    static final String ANSWER_UPDATED = "0x0559884fd3a460db3073b7fc896cc77986f16e378210ded43186175bf646fc5f";

    /** Balancer v2 {@code IVault}. */
    static final String BALANCER_SWAP = "0x2170c741c41531aec20e7c107c24eecfdd15e69c9bb0a8dd37b1840b9e0b207b";

    static final String BALANCER_BALANCE = "0xe5ce249087ce04f05a957192435400fd97868dba0e6a4b4c049abf8af80dae78";
    static final String BALANCER_TOKENS = "0xf5847d3f2197b16cdcd2098ec95d0905cd1abdaf415f07bb7cef2bba8ac5dec4";

    /** Balancer v2's pools. */
    static final String BALANCER_FEE = "0xa9ba3ffe0b6c366b81232caab38605a0699ad5398d6cce76f91ee809e322dafc";

    static final String BALANCER_AMP_STARTED = "0x1835882ee7a34ac194f717a35e09bb1d24c82a3b9d854ab6c9749525b714cdf2";
    static final String BALANCER_AMP_STOPPED = "0xa0d01593e47e69d07e0ccd87bece09411e07dd1ed40ca8f2e7af2976542a0233";
    static final String BALANCER_WEIGHTS = "0x0f3631f9dab08169d1db21c6dc5f32536fb2b0a6b9bb5330d71c52132f968be0";

    /** Curve's stable pools of two coins. */
    static final String CURVE_EXCHANGE = "0x8b3e96f2b889fa771c53c981b40daf005f63f637f1869f707052d15a3dd97140";

    static final String CURVE_ADD = "0x26f55a85081d24974e85c6c00045d0f0453991e95873f52bff0d21af4079a768";
    static final String CURVE_REMOVE = "0x7c363854ccf79623411f8995b362bce5eddff18c927edc6f5dbbb5e05819a82c";
    static final String CURVE_REMOVE_IMBALANCE = "0x2b5508378d7e19e0d5fa338419034731416c4f5b219a10379956f764317fd47e";
    static final String CURVE_REMOVE_ONE = "0x5ad056f2e28a8cec232015406b843668c1e36cda598127ec3b8c59b8c72773a0";
    static final String CURVE_REMOVE_ONE_BEFORE = "0x9e96dd3b997a2a257eec4df9bb6eaf626e206df5f543bd963682d143300be310";
    static final String CURVE_RAMP = "0xa2b71ec6df949300b59aab36b55e189697b750119dd349fcfa8c0f779e83c254";
    static final String CURVE_STOP_RAMP = "0x46e22fb3709ad289f62ce63d469248536dbc78d82b84a3d7e74ad606dc201938";
    static final String CURVE_NEW_FEE = "0xbe12859b636aed607d5230b2cc2711f68d70e51060e6cca1f575ef5d2fcc95d1";

    /** Curve's pools that lend their coins, and later ones: known so as to be refused. */
    static final String CURVE_EXCHANGE_UNDERLYING =
            "0xd013ca23e77a65003c2c659c5442c00c805371b7fc1ebd4c206c41d1536bd90b";

    static final String CURVE_NG_ADD = "0x189c623b666b1b45b83d7178f39b8c087cb09774317ca2f53c2d3c3726f222a2";
    static final String CURVE_NG_REMOVE = "0x347ad828e58cbe534d8f6b67985d791360756b18f0d95fd9f197a66cc46480ea";
    static final String CURVE_NG_REMOVE_ONE = "0x6f48129db1f37ccb9cc5dd7e119cb32750cabdf75b48375d730d26ce3659bbe1";
    static final String CURVE_NG_REMOVE_IMBALANCE =
            "0x3631c28b1f9dd213e0319fb167b554d76b6c283a41143eb400a0d1adb1af1755";

    /** OpenZeppelin {@code Pausable}; and Balancer's {@code TemporarilyPausable}, which says both in one event. */
    static final String PAUSED = "0x62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258";

    static final String UNPAUSED = "0x5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa";
    static final String PAUSED_STATE_CHANGED = "0x9e3a5e37224532dea67b89face185703738a228a6e8a23dee546960180d3be64";

    private Topic0() {}
}
