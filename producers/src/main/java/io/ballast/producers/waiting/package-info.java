/* SPDX-License-Identifier: Apache-2.0 */
/** How those who ask others over a network wait for them. */
package io.ballast.producers.waiting;
