// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.portio.firewall.PasswordPrompt;

/** Reads sudo's standard error, and answers each prompt in it with what the user types. */
final class SudoPrompts {

    /** The prompt that sudo is told to show; nothing else prints it. */
    static final String MARK = "[portio wants the password]";

    private final InputStream err;
    private final OutputStream stdin;
    private final PasswordPrompt prompt;
    private final StringBuilder messages = new StringBuilder();
    private int attempts;
    private volatile boolean dismissed;

    SudoPrompts(InputStream err, OutputStream stdin, PasswordPrompt prompt) {
        this.err = err;
        this.stdin = stdin;
        this.prompt = prompt;
    }

    /** Returns whether the user would not answer. */
    boolean isDismissed() {
        return dismissed;
    }

    /** Reads to the end, and returns all but the prompts. */
    String readAll() throws IOException {
        // By the byte: the text of a prompt has no end of its own.
        for (int next = err.read(); next >= 0; next = err.read()) {
            messages.append((char) next);
            int start = messages.length() - MARK.length();
            if (start >= 0 && messages.indexOf(MARK, start) == start) {
                messages.setLength(start);
                answer();
            }
        }
        return messages.toString();
    }

    private void answer() throws IOException {
        attempts++;
        Optional<char[]> password = prompt.ask(attempts);
        if (password.isPresent()) {
            send(password.get());
        } else {
            dismissed = true;
            stdin.close();
        }
    }

    private void send(char[] password) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        Arrays.fill(password, '\0');
        try {
            stdin.write(bytes.array(), 0, bytes.limit());
            stdin.write('\n');
            stdin.flush();
        } catch (IOException _) {
            // Sudo has given up meanwhile, and says why by its exit code.
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }
}
