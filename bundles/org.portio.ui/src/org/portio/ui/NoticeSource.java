// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.notice.Notice;
import org.portio.core.system.Subscription;

/**
 * Notices what the user may want to be told of while looking elsewhere. Any bundle may publish one as an OSGi service; it is
 * begun only if the user wants notices of its kind.
 */
@ConsumerType
public interface NoticeSource {

    /** Returns what kind of notices come from it. */
    Notice.Kind kind();

    /** Tells the listener, on any thread, until the result is closed. Not called on the UI thread. */
    Subscription begin(Consumer<List<Notice>> listener);
}
