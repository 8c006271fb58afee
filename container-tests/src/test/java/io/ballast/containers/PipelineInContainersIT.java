/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.*;
import io.ballast.schemas.serde.*;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineInContainersIT {
    @Test
    void up() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                ContainerEngine.whyNot(ContainerStack.BROKER_IMAGE, ContainerStack.REGISTRY_IMAGE)
                        .isEmpty(),
                () -> "SKIPPED");
        try (ContainerStack stack = ContainerStack.start()) {
            System.out.println(stack.bootstrapServers() + " " + stack.registryUrl());
            try (var client = RegistryClients.create(Map.of("schema.registry.url", stack.registryUrl()))) {
                AvroSerializer<ReferencePrice> s = new AvroSerializer<>(client, true);
                byte[] b = s.serialize(
                        "ballast.reference-prices",
                        ReferencePrice.newBuilder()
                                .setInstrumentId("x")
                                .setPrice(1)
                                .setEventTime(java.time.Instant.EPOCH)
                                .build());
                try (var other = RegistryClients.create(Map.of("schema.registry.url", stack.registryUrl()))) {
                    ReferencePrice r = new AvroDeserializer<>(ReferencePrice.class, other)
                            .deserialize("ballast.reference-prices", b);
                    assertThat(r.getInstrumentId()).isEqualTo("x");
                }
            }
        }
    }
}
