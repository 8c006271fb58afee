/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker and a registry for all tests of a class, which use topics of different names. */
public final class SharedStack implements BeforeAllCallback, AfterAllCallback {

    /** Settings of a broker that misses an instance after three seconds. */
    static final Map<String, String> IMPATIENT = Map.of(
            "group.streams.min.session.timeout.ms", "3000",
            "group.streams.session.timeout.ms", "3000");

    private final LocalStackOptions options;
    private LocalStack stack;

    public SharedStack() {
        this(Map.of());
    }

    private SharedStack(Map<String, String> brokerSettings) {
        options = LocalStackOptions.defaults().withBrokerSettings(brokerSettings);
    }

    /** Misses an instance that is gone sooner, so that a test takes less time. */
    public static SharedStack impatient() {
        return new SharedStack(IMPATIENT);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        stack = LocalStack.start(options);
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
