// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.icon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Control;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.ui.UiThread;

/** The icons of the programs that have connections. One that is not known yet is looked for by a job, and its row shows none until then. */
public final class ProcessIcons {

    private static final int SIZE = 16;
    private static final int WHOLE_PERCENT = 100;
    private static final int MOST = 2_000;

    /** The first rows are more urgent than their icons. */
    private static final long DELAY_MILLIS = 500;

    private record Program(String executable, String name) {}

    private final Control table;
    private final Runnable changed;
    private final Queue<Program> wanted = new ConcurrentLinkedQueue<>();
    private final Job job = Job.createSystem("Load icons of programs", (ICoreRunnable) _ -> loadAll());
    /** Icons that were asked for; on the UI thread alone. */
    private final Map<Program, Optional<Image>> known = new HashMap<>();

    /** Null until one is asked for; on the job's thread alone. */
    private ProgramIcons icons;

    /** Creates icons for this table that run this, on any thread, when there are more of them. */
    public ProcessIcons(Control table, Runnable changed) {
        this.table = table;
        this.changed = changed;
        job.setPriority(Job.DECORATE);
    }

    /** Returns the icon of the first process that has the socket; null if it has none, or none yet. On the UI thread. */
    public Image of(Connection row) {
        if (row.owners().isEmpty()) {
            return null;
        }
        ProcessInfo process = row.owners().getFirst();
        Program program = new Program(process.executable(), process.name());
        Optional<Image> icon = known.get(program);
        if (icon == null && known.size() < MOST) {
            known.put(program, Optional.empty());
            wanted.add(program);
            job.schedule(DELAY_MILLIS);
        }
        return icon == null ? null : icon.orElse(null);
    }

    private void loadAll() {
        if (icons == null) {
            icons = ProgramIcons.ofUser();
        }
        for (Program next = wanted.poll(); next != null; next = wanted.poll()) {
            Program program = next;
            icons.of(program.executable(), program.name())
                    .flatMap(IconData::read)
                    .ifPresent(data -> UiThread.later(table, () -> add(program, data)));
        }
    }

    private void add(Program program, ImageData data) {
        ImageDataProvider provider = zoom -> IconData.sized(data, SIZE * zoom / WHOLE_PERCENT);
        known.put(program, Optional.of(new Image(table.getDisplay(), provider)));
        changed.run();
    }

    /** Disposes what was loaded, and loads no more. On the UI thread. */
    public void dispose() {
        job.cancel();
        known.values().forEach(icon -> icon.ifPresent(Image::dispose));
        known.clear();
    }
}
