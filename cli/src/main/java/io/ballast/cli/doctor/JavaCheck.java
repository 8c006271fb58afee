/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

/** The virtual machine that runs us. */
final class JavaCheck implements Check {
    private static final int NEEDED = 17;

    private final Runtime.Version version;

    JavaCheck(Runtime.Version version) {
        this.version = version;
    }

    @Override
    public Finding look() {
        String detail = version + " at " + System.getProperty("java.home");
        return version.feature() >= NEEDED
                ? Finding.ok("java", detail)
                : Finding.missing("java", detail + "; " + NEEDED + " or later is needed: set JAVA_HOME");
    }
}
