/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker and a registry for all tests of a class, which use topics of different names. */
public final class SharedStack implements BeforeAllCallback, AfterAllCallback {

    private LocalStack stack;

    @Override
    public void beforeAll(ExtensionContext context) {
        stack = LocalStack.start(LocalStackOptions.defaults());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stack.close();
    }

    /** Only while tests of the class run. */
    public LocalStack get() {
        return stack;
    }
}
