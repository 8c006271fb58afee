/** Carries trace context (W3C) from the records that are read to those that come of them. */
package io.ballast.streams.trace;
