/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.util.Map;

/**
 * A topic of the catalogue as the broker has it.
 *
 * @param topic       which one
 * @param name        its name on the broker
 * @param partitions  how many partitions it has
 * @param copies      of its first partition
 * @param configs     its effective settings
 */
record ExistingTopic(Topic topic, String name, int partitions, int copies, Map<String, String> configs) {}
