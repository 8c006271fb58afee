/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

/**
 * A part of a running stack that has failed. The stack does not recover: close it and start it again.
 *
 * @param part     which part
 * @param message  what happened, in words
 */
public record StackFailure(Part part, String message) {
    /** What a stack is made of. */
    public enum Part {
        BROKER,
        REGISTRY
    }
}
