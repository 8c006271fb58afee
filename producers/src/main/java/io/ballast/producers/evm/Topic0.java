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

    /** OpenZeppelin {@code Pausable}; and Balancer's {@code TemporarilyPausable}, which says both in one event. */
    static final String PAUSED = "0x62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258";

    static final String UNPAUSED = "0x5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa";
    static final String PAUSED_STATE_CHANGED = "0x9e3a5e37224532dea67b89face185703738a228a6e8a23dee546960180d3be64";

    private Topic0() {}
}
