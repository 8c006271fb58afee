/* SPDX-License-Identifier: Apache-2.0 */
/** Reads files that people write: whatever is wrong in them is said with file and line. */
package io.ballast.schemas.settings;
