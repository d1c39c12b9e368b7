// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.util.List;
import java.util.function.Consumer;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.notice.Notice;
import org.portio.core.notice.NoticeRules;

/** Looks at all connections for what is to be told. What is there at the beginning is told to nobody. */
final class ConnectionNotices implements ConnectionListener {

    private final NoticeRules rules;
    private final Consumer<List<Notice>> listener;
    private boolean begun;

    ConnectionNotices(NoticeRules rules, Consumer<List<Notice>> listener) {
        this.rules = rules;
        this.listener = listener;
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        if (begun && !delta.isEmpty()) {
            List<Notice> notices = rules.of(snapshot.time(), delta);
            if (!notices.isEmpty()) {
                listener.accept(notices);
            }
        }
        begun = true;
    }

    @Override
    public void failed(ConnectionException failure) {
        // The views say so; here, the next snapshot is compared with the last one.
    }
}
