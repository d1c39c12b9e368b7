// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.process.Recognizer;

/** Recognizes unit and container by the name of the control group, as systemd and container engines give it. */
final class ControlGroupName implements Recognizer {

    private static final Pattern UNIT = Pattern.compile("/([^/]+\\.(?:service|scope))(?=/|$)");

    /**
     * Reads names such as {@code docker-ID.scope}, {@code libpod-ID.scope}, {@code /docker/ID}, {@code kubepods-...:cri-containerd:ID},
     * {@code /kubepods/burstable/podUID/ID}, {@code /lxc.payload.NAME}; not the monitors of containers, which are in none.
     */
    private static final Pattern CONTAINER =
            Pattern.compile("(?:docker|libpod|crio|cri-containerd)[-/:]([0-9a-f]{12,64})|/pod[^/]+/([0-9a-f]{64})"
                    + "|/lxc(?:/|\\.payload[./])([^/]+)");

    private static final int SHORT_ID = 12;

    private final ContainerNames names;

    /** Creates one that finds the names of containers here. */
    ControlGroupName(ContainerNames names) {
        this.names = names;
    }

    @Override
    public List<Recognition> recognize(ProcessInfo process, ProcessOrigin origin) {
        String group = origin.controlGroup();
        List<Recognition> found = new ArrayList<>();
        add(found, Kind.UNIT, unit(group), group);
        container(group).ifPresent(found::add);
        return found;
    }

    private static void add(List<Recognition> found, Kind kind, String name, String group) {
        if (!name.isEmpty()) {
            found.add(new Recognition(kind, name, "the control group " + group));
        }
    }

    /** Returns the innermost one. */
    private static String unit(String group) {
        Matcher matcher = UNIT.matcher(group);
        String unit = "";
        while (matcher.find()) {
            unit = matcher.group(1);
        }
        return unit;
    }

    private Optional<Recognition> container(String group) {
        Matcher matcher = CONTAINER.matcher(group);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String basis = "the control group " + group;
        String id = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (id == null) {
            return Optional.of(new Recognition(Kind.CONTAINER, matcher.group(3), basis));
        }
        ContainerNames.Found found = names.of(id, group);
        if (!found.name().isEmpty()) {
            return Optional.of(new Recognition(Kind.CONTAINER, found.name(), basis + " and " + found.file()));
        }
        String unread = found.file().isEmpty() ? "" : "; its name is in " + found.file() + ", which you may not read";
        return Optional.of(new Recognition(Kind.CONTAINER, id.substring(0, SHORT_ID), basis + unread));
    }
}
