/* SPDX-License-Identifier: Apache-2.0 */
/** Sign-in by an identity provider that speaks OpenID Connect: the way to it and back, and what its tokens say. */
package io.ballast.desk.oidc;
