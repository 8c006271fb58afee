/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Alerts. {@link io.ballast.streams.alert.RulesFile} reads rules, {@link io.ballast.streams.alert.AlertRules} finds those that
 * concern a record, {@link io.ballast.streams.alert.Metrics} reads their figures, and {@link io.ballast.streams.alert.Alerts}
 * leads each alert through its life.
 */
package io.ballast.streams.alert;
