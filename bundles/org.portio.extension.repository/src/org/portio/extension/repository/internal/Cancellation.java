// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.net.HttpURLConnection;
import java.net.URLConnection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;

/** Ends a connection as soon as its user cancels what waits for it. */
record Cancellation(CountDownLatch done) implements AutoCloseable {

    private static final long MILLIS = 100;

    static Cancellation of(URLConnection connection, IProgressMonitor progress) {
        Cancellation watch = new Cancellation(new CountDownLatch(1));
        if (progress != null && connection instanceof HttpURLConnection web) {
            Thread.ofVirtual().name("portio-cancellation").start(() -> watch.over(web, progress));
        }
        return watch;
    }

    private void over(HttpURLConnection web, IProgressMonitor progress) {
        try {
            while (!done.await(MILLIS, TimeUnit.MILLISECONDS)) {
                if (progress.isCanceled()) {
                    web.disconnect();
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
