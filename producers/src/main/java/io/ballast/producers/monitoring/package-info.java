/* SPDX-License-Identifier: Apache-2.0 */
/** What producers tell of themselves to those who watch them. */
package io.ballast.producers.monitoring;
