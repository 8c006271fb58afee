/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

/**
 * One thing in which a cluster is not as planned.
 *
 * @param topic  which one
 * @param name  its name on the broker
 * @param what  {@link #EXISTENCE}, {@link #PARTITIONS}, {@link #COPIES}, or the key of a setting
 * @param planned  as text
 * @param found  as text; "-": nothing
 */
public record TopicDifference(Topic topic, String name, String what, String planned, String found) {
    /** The topic is not there. */
    public static final String EXISTENCE = "topic";

    public static final String PARTITIONS = "partitions";

    /** The copies of a partition. */
    public static final String COPIES = "replication factor";

    static final String NOTHING = "-";
}
