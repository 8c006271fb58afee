/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schema.AlertEvent;
import io.ballast.schema.AlertEventKind;
import io.ballast.streams.record.MalformedRecordException;

/** Refuses what nobody can have meant. */
final class AlertEventChecks {

    private AlertEventChecks() {}

    /** @throws MalformedRecordException naming the value and the rule that it breaks */
    static void require(String key, AlertEvent event) {
        if (!event.getSubjectId().equals(key)) {
            throw new MalformedRecordException("key " + key + " is not subject_id " + event.getSubjectId());
        }
        if (event.getKind() == AlertEventKind.UNKNOWN) {
            throw new MalformedRecordException("kind is UNKNOWN");
        }
        if (event.getFingerprint() == null && event.getRuleId() == null) {
            throw new MalformedRecordException("neither fingerprint nor rule_id says which alert is meant");
        }
        if (event.getKind() != AlertEventKind.ACKNOWLEDGE && event.getUntil() == null) {
            throw new MalformedRecordException("until is missing; a " + event.getKind() + " needs one");
        }
    }
}
