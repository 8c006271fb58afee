/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import io.ballast.localstack.problem.RegistryMissingException;
import io.ballast.localstack.registry.RegistryArchive;
import java.util.Optional;

/** The schema registry that the local stack runs. */
final class RegistryArchiveCheck implements Check {
    @Override
    public Finding look() {
        try {
            return Finding.ok(
                    "local registry", RegistryArchive.find(Optional.empty()).toString());
        } catch (RegistryMissingException missing) {
            return Finding.missing("local registry", missing.getMessage());
        }
    }
}
