// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.trace.CallKind;

/** The program in the kernel that says which calls wait for an answer, in the language of seccomp(2); all others pass at once. */
final class Filter {

    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int NOTIFY = 0x7fc00000;

    private static final int CALL_NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int INSTRUCTION = 8;

    private record Instruction(int code, int ifTrue, int ifFalse, int value) {}

    private final Set<CallKind> asked;

    private Filter(Set<CallKind> asked) {
        this.asked = asked;
    }

    /** Returns it as {@code struct sock_fprog}. */
    static MemorySegment of(Set<CallKind> asked, Arena arena) {
        List<Instruction> instructions = new Filter(asked).instructions();
        MemorySegment code = arena.allocate((long) INSTRUCTION * instructions.size(), 8);
        for (int i = 0; i < instructions.size(); i++) {
            write(instructions.get(i), code.asSlice((long) INSTRUCTION * i, INSTRUCTION));
        }
        MemorySegment program = arena.allocate(16, 8);
        program.set(ValueLayout.JAVA_SHORT, 0, (short) instructions.size());
        program.set(ValueLayout.ADDRESS, 8, code);
        return program;
    }

    private static void write(Instruction instruction, MemorySegment target) {
        target.set(ValueLayout.JAVA_SHORT, 0, (short) instruction.code);
        target.set(ValueLayout.JAVA_BYTE, 2, (byte) instruction.ifTrue);
        target.set(ValueLayout.JAVA_BYTE, 3, (byte) instruction.ifFalse);
        target.set(ValueLayout.JAVA_INT, 4, instruction.value);
    }

    private List<Instruction> instructions() {
        Architecture machine = Architecture.ofMachine();
        List<Instruction> all = new ArrayList<>();
        all.add(load(ARCHITECTURE));
        all.addAll(only(machine.code(), of(machine)));
        all.addAll(only(machine.compatible().code(), of(machine.compatible())));
        all.add(result(ALLOW));
        return all;
    }

    private List<Instruction> of(Architecture architecture) {
        List<Instruction> part = new ArrayList<>();
        part.add(load(CALL_NUMBER));
        part.add(new Instruction(AND, 0, 0, architecture.mask()));
        part.addAll(notify(architecture.calls()));
        if (architecture == Architecture.I386) {
            List<Instruction> old = new ArrayList<>();
            old.add(load(FIRST_ARGUMENT));
            old.addAll(notify(Architecture.SOCKETCALLS));
            part.addAll(only(Architecture.SOCKETCALL, old));
        }
        part.add(result(ALLOW));
        return part;
    }

    private List<Instruction> notify(Map<Integer, CallKind> calls) {
        List<Instruction> part = new ArrayList<>();
        calls.forEach((number, kind) -> {
            if (asked.contains(kind)) {
                part.addAll(only(number, List.of(result(NOTIFY))));
            }
        });
        return part;
    }

    /** Returns these instructions, which are left out if what is loaded is another value. */
    private static List<Instruction> only(int value, List<Instruction> then) {
        List<Instruction> part = new ArrayList<>();
        part.add(new Instruction(IF_EQUAL, 0, then.size(), value));
        part.addAll(then);
        return part;
    }

    private static Instruction load(int offset) {
        return new Instruction(LOAD, 0, 0, offset);
    }

    private static Instruction result(int action) {
        return new Instruction(RETURN, 0, 0, action);
    }
}
