// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Verdict;

/** Says in words what a request will do. */
final class BlockSentence {

    private BlockSentence() {}

    /**
     * Returns text such as {@code New TCP connections from other machines to port 8080 will be refused at once, until you unblock it. Those
     * that exist go on.}
     */
    static String of(BlockRequest request) {
        String whom = Stream.of(program(request), controlGroup(request))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining());
        String first = NLS.bind(
                Messages.BlockSentence_sentence,
                new Object[] {what(request), where(request) + whom, verdict(request), expiry(request)});
        return first + " " + existing(request);
    }

    private static String what(BlockRequest request) {
        if (request.protocol() == Protocol.UDP) {
            return Messages.BlockSentence_udp;
        }
        return request.cutExisting() ? Messages.BlockSentence_allTcp : Messages.BlockSentence_newTcp;
    }

    private static String where(BlockRequest request) {
        String ports = NLS.bind(
                request.ports().isSingle() ? Messages.BlockSentence_port : Messages.BlockSentence_ports,
                request.ports());
        String way = switch (request.direction()) {
            case INBOUND ->
                request.loopback() ? Messages.BlockSentence_inboundLoopback : Messages.BlockSentence_inbound;
            case OUTBOUND ->
                request.loopback() ? Messages.BlockSentence_outboundLoopback : Messages.BlockSentence_outbound;
            case BOTH -> request.loopback() ? Messages.BlockSentence_bothLoopback : Messages.BlockSentence_both;
        };
        return NLS.bind(way, ports);
    }

    private static String program(BlockRequest request) {
        return request.program().isEmpty() ? "" : NLS.bind(Messages.BlockSentence_program, request.program());
    }

    private static String controlGroup(BlockRequest request) {
        return request.controlGroup().isEmpty()
                ? ""
                : NLS.bind(Messages.BlockSentence_controlGroup, request.controlGroup());
    }

    private static String verdict(BlockRequest request) {
        return request.verdict() == Verdict.DROP ? Messages.BlockSentence_drop : Messages.BlockSentence_reject;
    }

    private static String expiry(BlockRequest request) {
        return switch (request.expiry().kind()) {
            case UNTIL_UNBLOCKED -> Messages.BlockSentence_untilUnblocked;
            case UNTIL_RESTART -> Messages.BlockSentence_untilRestart;
            case AFTER ->
                NLS.bind(
                        Messages.BlockSentence_after,
                        DurationText.of(request.expiry().duration()));
        };
    }

    private static String existing(BlockRequest request) {
        if (request.protocol() == Protocol.UDP) {
            return Messages.BlockSentence_exchanges;
        }
        return request.cutExisting() ? Messages.BlockSentence_cut : Messages.BlockSentence_spared;
    }
}
