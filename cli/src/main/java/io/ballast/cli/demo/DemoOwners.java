/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CommandFailed;
import io.ballast.producers.simulator.DemoWallets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says to the topology whose portfolios the simulated wallets are. */
final class DemoOwners {
    private DemoOwners() {}

    /** Writes the owners file into a folder. */
    static Path write(Path folder) {
        StringBuilder csv = new StringBuilder("owner,portfolio\n");
        DemoWallets.portfolioByOwner()
                .forEach((owner, portfolio) ->
                        csv.append(owner).append(',').append(portfolio).append('\n'));
        try {
            return Files.writeString(folder.resolve("owners.csv"), csv);
        } catch (IOException unwritable) {
            throw new CommandFailed("cannot write the demo's owners: " + unwritable.getMessage(), unwritable);
        }
    }
}
