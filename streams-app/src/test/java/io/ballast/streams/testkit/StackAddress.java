/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.localstack.LocalStack;

/**
 * Where a local stack answers.
 *
 * @param bootstrapServers  of its broker
 * @param registryUrl  of its schema registry
 */
public record StackAddress(String bootstrapServers, String registryUrl) {

    public static StackAddress of(LocalStack stack) {
        return new StackAddress(stack.bootstrapServers(), stack.registryUrl());
    }
}
