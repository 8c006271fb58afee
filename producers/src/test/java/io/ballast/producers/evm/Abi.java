/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.TypeEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Int;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Uint;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.StaticArray2;
import org.web3j.utils.Numeric;

/** Writes logs as contracts do, by means of web3j: an encoder that shares nothing with our decoder. */
final class Abi {

    /** Topics and data of a log. */
    record Encoded(List<String> topics, String data) {}

    private Abi() {}

    /**
     * Encodes an event.
     *
     * @param declaration  as in Solidity: {@code Sync(uint112 reserve0, uint112 reserve1)}, indexed fields marked so
     * @param values  addresses as strings, numbers as numbers or decimal strings
     */
    @SuppressWarnings("rawtypes")
    static Encoded event(String declaration, Object... values) {
        String name = declaration.substring(0, declaration.indexOf('('));
        String[] fields = declaration
                .substring(declaration.indexOf('(') + 1, declaration.lastIndexOf(')'))
                .split(",");
        List<String> types = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        List<Type> data = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            String[] words = fields[i].strip().split("\\s+");
            types.add(words[0]);
            Type<?> value = value(words[0], values[i]);
            if (words.length > 1 && words[1].equals("indexed")) {
                topics.add("0x" + TypeEncoder.encode(value));
            } else {
                data.add(value);
            }
        }
        topics.add(0, EventEncoder.buildEventSignature(name + "(" + String.join(",", types) + ")"));
        return new Encoded(topics, "0x" + FunctionEncoder.encodeConstructor(data));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Type<?> array(String type, List<?> values) {
        String element = type.substring(0, type.indexOf('['));
        List<Type> elements = new ArrayList<>();
        values.forEach(value -> elements.add(value(element, value)));
        Class<Type> kind = (Class<Type>) elements.get(0).getClass();
        return type.endsWith("[]") ? new DynamicArray<>(kind, elements) : new StaticArray2<>(kind, elements);
    }

    private static Type<?> value(String type, Object value) {
        if (type.endsWith("]")) {
            return array(type, (List<?>) value);
        }
        if (type.equals("address")) {
            return new Address(value.toString());
        }
        if (type.equals("bytes32")) {
            return new Bytes32(Numeric.hexStringToByteArray(value.toString()));
        }
        BigInteger number = new BigInteger(value.toString());
        // The widest types: what does not fit a narrower one is to be found by the decoder.
        return type.startsWith("uint") ? new Uint(number) : new Int(number);
    }
}
