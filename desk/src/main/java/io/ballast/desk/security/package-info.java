/* SPDX-License-Identifier: Apache-2.0 */
/** Who may see and do what. */
package io.ballast.desk.security;
