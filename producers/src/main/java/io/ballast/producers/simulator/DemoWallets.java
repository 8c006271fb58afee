/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.simulator.agents.RangeStyle;
import io.ballast.producers.simulator.agents.Wallet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who provides liquidity in the simulation, and the portfolios of a made-up desk that they belong to. */
public final class DemoWallets {

    private static final int ETH = 0;
    private static final int BTC = 1;

    /** Gives each pool its first liquidity, which never leaves. */
    static final Wallet BASE =
            new Wallet("0x3bd8b0d7e4b57fbd3f41915898e42dd90c5c5d20", "demo-desk/base", ETH, RangeStyle.FULL);

    /** Holders of NFTs. */
    static final List<Wallet> NFT_HOLDERS = List.of(
            new Wallet("0xb34283f131a3728feae2fb011637d30dc3f7383b", "demo-desk/eth/narrow", ETH, RangeStyle.NARROW),
            new Wallet("0xb057663c45bf49f708382d0f15d7a9e383c59cb5", "demo-desk/eth/narrow", ETH, RangeStyle.NARROW),
            new Wallet("0x4c328aa99cdf7b2ec2ba914b719e4365f9002a84", "demo-desk/eth/medium", ETH, RangeStyle.MEDIUM),
            new Wallet("0x3187425f1e9c059bee913e350c07a889337d532a", "demo-desk/eth/medium", ETH, RangeStyle.MEDIUM),
            new Wallet("0xbd26569c3d0c6d227214ab517f797375abc31aa1", "demo-desk/eth/wide", ETH, RangeStyle.WIDE),
            new Wallet("0x8cdd8003246f45be06f3112a14fb8e9a1cdf4ac4", "demo-desk/eth/wide", ETH, RangeStyle.WIDE),
            new Wallet("0x6d40c78864dd604bd5cfb11fa9068e14dd883497", "demo-desk/btc/narrow", BTC, RangeStyle.NARROW),
            new Wallet("0x0ac119b4ffbf9d4a912f3d21c03c9e33870eac44", "demo-desk/btc/medium", BTC, RangeStyle.MEDIUM),
            new Wallet("0x7ba9c5e56388268fa903e6888cc01b5ec39ecd07", "demo-desk/btc/wide", BTC, RangeStyle.WIDE));

    /** Contracts that deal with the concentrated pools directly. */
    static final List<Wallet> VAULTS = List.of(
            new Wallet("0x47ac4335d106c3fb673f696dc9babca38e1163b1", "demo-desk/vaults/eth", ETH, RangeStyle.MEDIUM),
            new Wallet("0xec136d6e0ed48b685e94b133bd578ffaeb793098", "demo-desk/vaults/btc", BTC, RangeStyle.MEDIUM));

    /** Holders of the pair's LP tokens; some hold NFTs as well. */
    static final List<Wallet> PAIR_HOLDERS = List.of(
            new Wallet("0x6694ae3a6cc2682ca8c10dc6d2a94f8d657c5d5a", "demo-desk/eth/passive", ETH, RangeStyle.FULL),
            new Wallet("0xe6966c6cce15221c4cbee0976489511acaf98ec2", "demo-desk/eth/passive", ETH, RangeStyle.FULL),
            NFT_HOLDERS.get(4),
            NFT_HOLDERS.get(5),
            NFT_HOLDERS.get(2),
            NFT_HOLDERS.get(3));

    private DemoWallets() {}

    /** The portfolio of each owner, by address: what the topology needs to be told. */
    public static Map<String, String> portfolioByOwner() {
        List<Wallet> all = new ArrayList<>(List.of(BASE));
        all.addAll(NFT_HOLDERS);
        all.addAll(VAULTS);
        all.addAll(PAIR_HOLDERS);
        Map<String, String> portfolios = new LinkedHashMap<>();
        all.forEach(wallet -> portfolios.put(wallet.address(), wallet.portfolio()));
        return portfolios;
    }
}
