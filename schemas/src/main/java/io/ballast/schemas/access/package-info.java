/* SPDX-License-Identifier: Apache-2.0 */
/** Who has to be allowed what on the cluster, and nothing more. */
package io.ballast.schemas.access;
