/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.access;

/**
 * What names on the cluster are made of.
 *
 * @param topicPrefix  in front of every topic of the catalogue ({@code ballast.topic.prefix})
 * @param applicationId  of the topology ({@code ballast.application.id})
 */
public record AccessNames(String topicPrefix, String applicationId) {
    /** As they are unless somebody says otherwise. */
    public static final AccessNames USUAL = new AccessNames("ballast.", "ballast-risk");
}
