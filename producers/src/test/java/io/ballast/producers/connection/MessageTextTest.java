/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageTextTest {

    private final MessageText text = new MessageText(10);

    @Test
    void partsMakeAMessage() throws MessageText.TooLong {
        assertThat(text.add("{\"a\"", false)).isEmpty();
        assertThat(text.add(":1", false)).isEmpty();
        assertThat(text.add("}", true)).contains("{\"a\":1}");
        assertThat(text.add("{}", true)).contains("{}");
    }

    @Test
    void aMessageMayBeAsLongAsTheLimit() throws MessageText.TooLong {
        assertThat(text.add("01234", false)).isEmpty();
        assertThat(text.add("56789", true)).contains("0123456789");
    }

    @Test
    void aLongerOneIsRefusedBeforeItIsKept() throws MessageText.TooLong {
        text.add("01234", false);

        assertThatThrownBy(() -> text.add("567890", false)).hasMessage("a message has more than 10 characters");
    }
}
