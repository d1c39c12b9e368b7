// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognizer;
import org.portio.core.system.Contributions;

/** PortIO's recognizers and those of any bundle. All are asked in the same way: one that looks at files may have to wait. */
final class Recognizers {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Contributions<Recognizer> all = new Contributions<>(LIMIT);

    /** Returns PortIO's own, for the processes that have their directories here. */
    Recognizers(Path proc) {
        add(new ControlGroupName(new ContainerNames(Path.of("/"), System::nanoTime)), Map.of());
        add(new ProjectDirectory(proc), Map.of());
    }

    void add(Recognizer recognizer, Map<String, Object> properties) {
        all.add(recognizer, properties);
    }

    void remove(Recognizer recognizer) {
        all.remove(recognizer);
    }

    /** Returns the origin with what they recognize. */
    ProcessOrigin recognize(ProcessInfo process, ProcessOrigin origin) {
        // A list with null in it is a fault, too, and found while the recognizer is being asked.
        return origin.with(all.ask(one -> List.copyOf(one.recognize(process, origin))).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Recognition::kind))
                .distinct()
                .toList());
    }
}
