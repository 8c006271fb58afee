/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.problem;

/** The data folder is used by another stack, in this process or another. */
public final class FolderInUseException extends LocalStackException {
    private static final long serialVersionUID = 1L;

    public FolderInUseException(String message) {
        super(message);
    }
}
