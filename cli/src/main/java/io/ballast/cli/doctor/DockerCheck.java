/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import java.util.List;

/** A container engine: only for docker-compose.yml and the container tests. */
final class DockerCheck implements Check {
    private final ProcessProbe probe;

    DockerCheck(ProcessProbe probe) {
        this.probe = probe;
    }

    @Override
    public Finding look() {
        return probe.firstLine(List.of("docker", "version", "--format", "{{.Server.Version}}"))
                .map(version -> Finding.ok("docker", "engine " + version))
                .orElse(Finding.warning("docker", "no engine answers; only containers need one, nothing else does"));
    }
}
