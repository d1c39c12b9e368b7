// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Shows in the Error Log what the headless bundles and their libraries log through the JDK. */
final class PlatformLogHandler extends Handler {

    private final ILog log = ILog.of(PlatformLogHandler.class);

    private PlatformLogHandler() {
        setLevel(Level.WARNING);
        setFormatter(new SimpleFormatter());
    }

    static void install() {
        Logger.getLogger("").addHandler(new PlatformLogHandler());
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            int severity = entry.getLevel().intValue() >= Level.SEVERE.intValue() ? IStatus.ERROR : IStatus.WARNING;
            log.log(new Status(
                    severity, entry.getLoggerName(), getFormatter().formatMessage(entry), entry.getThrown()));
        }
    }

    @Override
    public void flush() {
        // The platform's log writes at once.
    }

    @Override
    public void close() {
        // The platform's log is the platform's to close.
    }
}
