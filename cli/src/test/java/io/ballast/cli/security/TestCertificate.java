/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A key and its certificate, which it signs itself, made by the JDK's keytool.
 *
 * @param file  PKCS12; serves as key store, and to others as trust store
 * @param password  of the file
 */
record TestCertificate(Path file, String password) {

    /** @param name  its common name; it is for 127.0.0.1 */
    static TestCertificate create(Path folder, String name, String password) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return new TestCertificate(file, password);
    }
}
