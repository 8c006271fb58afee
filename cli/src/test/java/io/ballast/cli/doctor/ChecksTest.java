/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.cli.doctor.Finding.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final long GIB = 1L << 30;

    @Test
    void missesJava_whenItIsTooOld() {
        Finding finding = new JavaCheck(Runtime.Version.parse("11.0.20")).look();

        assertThat(finding.state()).isEqualTo(State.MISSING);
        assertThat(finding.detail()).contains("11.0.20").contains("17 or later").contains("JAVA_HOME");
    }

    @Test
    void acceptsLaterJava() {
        assertThat(new JavaCheck(Runtime.Version.parse("21.0.1")).look().state())
                .isEqualTo(State.OK);
    }

    @Test
    void readsMavensVersion() {
        assertThat(MavenCheck.assess(Optional.of("Apache Maven 3.8.7")).state()).isEqualTo(State.OK);
        assertThat(MavenCheck.assess(Optional.of("Apache Maven 3.10.0 (abc)")).state())
                .isEqualTo(State.OK);
        assertThat(MavenCheck.assess(Optional.of("Apache Maven 3.6.3")).state()).isEqualTo(State.WARNING);
        assertThat(MavenCheck.assess(Optional.empty()).state()).isEqualTo(State.WARNING);
    }

    @Test
    void missesMemory_whenTheLocalStackWouldNotFit() {
        assertThat(new MemoryCheck(GIB).look().state()).isEqualTo(State.MISSING);
        assertThat(new MemoryCheck(2 * GIB).look().state()).isEqualTo(State.WARNING);
        assertThat(new MemoryCheck(8 * GIB).look().state()).isEqualTo(State.OK);
    }

    @Test
    void readsWhatTheKernelCallsAvailable() {
        String meminfo = "MemTotal:       24000000 kB\nMemFree:          100000 kB\nMemAvailable:    2097152 kB\n";

        assertThat(AvailableMemory.parse(meminfo)).hasValue(2 * GIB);
        assertThat(AvailableMemory.parse("MemTotal: 1 kB\n")).isEmpty();
    }

    @Test
    void missesDisk_whenTheFolderIsNotThere() {
        Finding finding = new DiskCheck(Path.of("/no/such/folder")).look();

        assertThat(finding.state()).isEqualTo(State.MISSING);
        assertThat(finding.detail()).contains("/no/such/folder");
    }

    @Test
    void warnsOfAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = new PortCheck("the broker", taken.getLocalPort()).look();

            assertThat(finding.state()).isEqualTo(State.WARNING);
            assertThat(finding.subject()).isEqualTo("port " + taken.getLocalPort());
        }
    }

    @Test
    void aProgramThatIsNotThereGivesNoAnswer() {
        assertThat(new ProcessProbe(Duration.ofSeconds(5)).firstLine(List.of("no-such-program-at-all")))
                .isEmpty();
    }
}
