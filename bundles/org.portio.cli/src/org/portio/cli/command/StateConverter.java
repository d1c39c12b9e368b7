// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.portio.core.TcpState;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP state by the name that RFC 9293, netstat or ss gives it. */
public final class StateConverter implements ITypeConverter<TcpState> {

    @Override
    public TcpState convert(String text) {
        return TcpState.named(text).orElseThrow(() -> new TypeConversionException(unknown(text)));
    }

    private static String unknown(String text) {
        String known = Arrays.stream(TcpState.values()).map(TcpState::label).collect(Collectors.joining(", "));
        return "'" + text + "' is not a valid state; choose from " + known;
    }
}
