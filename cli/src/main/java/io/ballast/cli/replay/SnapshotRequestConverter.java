/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.producers.replay.SnapshotRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a list of blocks for the parser. */
final class SnapshotRequestConverter implements ITypeConverter<SnapshotRequest> {
    @Override
    public SnapshotRequest convert(String list) {
        try {
            return SnapshotRequest.parse(list);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }
}
