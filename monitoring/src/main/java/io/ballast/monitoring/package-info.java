/* SPDX-License-Identifier: Apache-2.0 */
/** What a process tells of itself to those who watch it: figures for Prometheus, and whether it is well and why not. */
package io.ballast.monitoring;
