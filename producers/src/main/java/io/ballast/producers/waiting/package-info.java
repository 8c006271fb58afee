/* SPDX-License-Identifier: Apache-2.0 */
/** How those wait who ask others over a network, or who keep a pace. */
package io.ballast.producers.waiting;
