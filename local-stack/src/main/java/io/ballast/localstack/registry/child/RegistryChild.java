/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry.child;

import java.io.IOException;

/**
 * What the registry's process starts with: the registry itself, and a watch on our standard input. The parent holds the
 * other end and never writes; when it closes it, or is killed, the operating system closes it, and the registry ends.
 *
 * <p>Runs beside the registry's classes and must use nothing but the JDK.
 */
public final class RegistryChild {
    private static final String REGISTRY_MAIN = "io.quarkus.runner.GeneratedMain";
    private static final long MOST_MILLIS_TO_END = 5_000;

    private RegistryChild() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        daemon("parent-watch", RegistryChild::endWithParent);
        Class.forName(REGISTRY_MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent says nothing; only the end matters.
            }
        } catch (IOException e) {
            System.err.println("The pipe from the parent is broken: " + e);
        }
        daemon("last-resort", RegistryChild::haltWhenLate);
        System.exit(0);
    }

    private static void haltWhenLate() {
        try {
            Thread.sleep(MOST_MILLIS_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
