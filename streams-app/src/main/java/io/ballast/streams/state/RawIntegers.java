/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Exact integers as rows hold them: two's complement, big-endian. */
final class RawIntegers {

    private RawIntegers() {}

    static ByteBuffer bytes(BigInteger number) {
        return ByteBuffer.wrap(number.toByteArray());
    }

    static BigInteger number(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return new BigInteger(copy);
    }

    static ByteBuffer bytesOrNull(BigInteger number) {
        return number == null ? null : bytes(number);
    }

    static BigInteger numberOrNull(ByteBuffer bytes) {
        return bytes == null ? null : number(bytes);
    }
}
