/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.UsageError;
import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.files.PositionsFile;
import io.ballast.producers.files.TokensFile;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.replay.BarReplayOptions;
import io.ballast.producers.replay.BlockWindow;
import io.ballast.producers.replay.LogReplayOptions;
import io.ballast.producers.replay.MarketReplayOptions;
import io.ballast.producers.replay.OptionChainOptions;
import io.ballast.producers.replay.SnapshotRequest;
import io.ballast.producers.replay.TimeWindow;
import io.ballast.producers.replay.market.InstrumentNames;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to replay: the options that every command which replays has. */
public final class InputOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "What to replay; gzip and zip are unpacked. Files of logs are merged in the order of the chain, of market"
                            + " data by time.")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}: logs as JSON lines of eth_getLogs or as CSV of ethereum-etl; minute bars of one"
                            + " pool; summaries of an options venue's books; market data of Binance's dumps or of Tardis."
                            + " Default: what the files look like.")
    private InputFormat format;

    @Option(
            names = "--pools",
            paramLabel = "FILE",
            description = "Pools, as CSV or JSON; a chain-lab manifest will do. Logs of a factory tell of pools too.")
    private Path pools;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = "Tokens' decimals, symbols and price sources, as CSV or JSON.")
    private Path tokens;

    @Option(
            names = "--blocks",
            paramLabel = "FILE",
            description = "Blocks' times as JSON lines or CSV, where logs do not say them.")
    private Path blocks;

    @Option(
            names = "--positions",
            paramLabel = "FILE",
            description =
                    "Positions to follow through minute bars: owner,tick_lower,tick_upper,liquidity,from[,to[,name]] as"
                            + " CSV or JSON.")
    private Path positions;

    @Option(
            names = "--snapshot-blocks",
            paramLabel = "LIST",
            converter = SnapshotRequestConverter.class,
            description = "At the end of which blocks to publish every position: numbers, hashes, last, such as"
                    + " 40,0x…,last. A number is meant on each branch of the chain that has it, a hash on its own"
                    + " alone. Minute bars: minutes since the epoch.")
    private SnapshotRequest snapshots = SnapshotRequest.none();

    @Option(
            names = "--chain-id",
            paramLabel = "N",
            description = "EIP-155 id of the chain; default: the pools file's, or 1.")
    private Long chainId;

    @Option(
            names = "--instrument",
            paramLabel = "[SYMBOL=]ID",
            description =
                    "Market data: what an instrument is to be called, such as ETHUSDT=binance:ETH-USDT; without SYMBOL"
                            + " all that the files have. May be given several times. Default: as exchange feeds call it.")
    private List<String> instruments = List.of();

    /** Reads the small files and puts all of the input together; the input files themselves are only looked at. */
    public ReplayInput input() {
        return input(TimeWindow.ALL, BlockWindow.ALL);
    }

    /**
     * The same of a part of the input.
     *
     * @param blocks  for logs alone
     */
    public ReplayInput input(TimeWindow window, BlockWindow blocks) {
        InputFormat chosen = format();
        if (!blocks.equals(BlockWindow.ALL) && chosen != InputFormat.EVM_LOGS) {
            throw new UsageError(chosen + " has no blocks: say --from and --to as times");
        }
        if (!instruments.isEmpty() && chosen != InputFormat.MARKET) {
            throw new UsageError("--instrument is for market data, not for " + chosen);
        }
        return switch (chosen) {
            case EVM_LOGS -> logs(window, blocks);
            case POOL_MINUTES -> bars(window);
            case OPTION_CHAIN -> options(window);
            case MARKET -> market(window);
        };
    }

    InputFormat format() {
        if (format != null) {
            return format;
        }
        Set<InputFormat> guesses =
                files.stream().map(InputFormat::guess).collect(Collectors.toCollection(LinkedHashSet::new));
        if (guesses.size() > 1) {
            throw new UsageError(
                    "the files are of different formats: " + guesses + "; replay them one after the other");
        }
        return guesses.iterator().next();
    }

    List<Path> files() {
        return files;
    }

    private ReplayInput logs(TimeWindow window, BlockWindow numbers) {
        if (positions != null) {
            throw new UsageError("--positions is for pool-minutes; logs tell themselves who holds what");
        }
        return ReplayInput.of(
                new LogReplayOptions(files, catalogue(), Optional.ofNullable(blocks), snapshots, window, numbers));
    }

    private ReplayInput bars(TimeWindow window) {
        if (pools == null || positions == null) {
            throw new UsageError("minute bars need --pools FILE to say whose they are, and --positions FILE to follow");
        }
        PoolCatalogue catalogue = catalogue();
        return ReplayInput.of(new BarReplayOptions(
                files,
                BarReplayOptions.onlyPoolOf(catalogue),
                catalogue,
                PositionsFile.read(positions),
                snapshots,
                window));
    }

    private ReplayInput options(TimeWindow window) {
        refuseWhatIsForPools("options");
        return ReplayInput.of(new OptionChainOptions(files, window));
    }

    private ReplayInput market(TimeWindow window) {
        refuseWhatIsForPools("market data");
        try {
            return ReplayInput.of(new MarketReplayOptions(files, InstrumentNames.parse(instruments), window));
        } catch (IllegalArgumentException refused) {
            throw new UsageError("--instrument: " + refused.getMessage());
        }
    }

    private void refuseWhatIsForPools(String input) {
        if (pools != null || positions != null || !snapshots.equals(SnapshotRequest.none())) {
            throw new UsageError("--pools, --positions and --snapshot-blocks are not for " + input);
        }
    }

    private PoolCatalogue catalogue() {
        PoolCatalogue catalogue =
                pools == null ? PoolCatalogue.empty(PoolsFile.DEFAULT_CHAIN_ID) : PoolsFile.read(pools);
        if (chainId != null) {
            catalogue = catalogue.onChain(chainId);
        }
        return tokens == null ? catalogue : catalogue.withTokens(TokensFile.read(tokens));
    }
}
