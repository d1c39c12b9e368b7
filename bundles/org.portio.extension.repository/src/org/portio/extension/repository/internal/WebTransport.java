// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.internal.p2.repository.Transport;
import org.portio.core.system.FileFailure;

/**
 * Reads files of repositories from folders, archives and the web with Java's own means, which know the system's proxies. p2's
 * own transport would bring five bundles more.
 */
@SuppressWarnings("restriction") // p2 has no public way to bring a transport
final class WebTransport extends Transport {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final int REDIRECTS = 8;
    /** The largest file, in bytes; the metadata of whole release trains have a tenth of it. */
    private static final long LARGEST = 512L << 20;

    @Override
    public IStatus download(URI source, OutputStream target, IProgressMonitor progress) {
        try {
            URLConnection connection = open(source, false);
            try (Cancellation _ = Cancellation.of(connection, progress);
                    InputStream in = connection.getInputStream()) {
                copy(in, target, connection.getContentLengthLong(), progress);
            }
            return Status.OK_STATUS;
        } catch (IOException e) {
            if (progress != null && progress.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            return Status.error(source + " cannot be read: " + FileFailure.text(e), e);
        } catch (OperationCanceledException _) {
            return Status.CANCEL_STATUS;
        }
    }

    private static void copy(InputStream in, OutputStream target, long promised, IProgressMonitor progress)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            all += read;
            if (all > LARGEST) {
                throw new IOException("it is larger than " + (LARGEST >> 20) + " MB");
            }
            if (progress != null && progress.isCanceled()) {
                throw new OperationCanceledException();
            }
            target.write(buffer, 0, read);
        }
        if (promised >= 0 && all < promised) {
            throw new IOException("the connection ended after " + all + " of " + promised + " bytes");
        }
    }

    @Override
    public InputStream stream(URI source, IProgressMonitor progress) throws FileNotFoundException, CoreException {
        try {
            return open(source, false).getInputStream();
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new CoreException(Status.error(FileFailure.text(e), e));
        }
    }

    @Override
    public long getLastModified(URI source, IProgressMonitor progress) throws FileNotFoundException, CoreException {
        try {
            URLConnection connection = open(source, true);
            long time = connection.getLastModified();
            if (!(connection instanceof HttpURLConnection)) {
                connection.getInputStream().close();
            }
            return time;
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new CoreException(Status.error(FileFailure.text(e), e));
        }
    }

    /** Returns the same: what must not be changed on the way is protected by checksums and signatures. */
    @Override
    public URI getSecureLocation(URI location) {
        return location;
    }

    /** Opens a connection; follows redirections, but never from a secure server to one that is not. */
    private static URLConnection open(URI source, boolean headOnly) throws IOException {
        URI uri = source;
        for (int count = 0; count < REDIRECTS; count++) {
            URLConnection connection = uri.toURL().openConnection();
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) READ.toMillis());
            if (!(connection instanceof HttpURLConnection web)) {
                return connection;
            }
            web.setInstanceFollowRedirects(false);
            web.setRequestMethod(headOnly ? "HEAD" : "GET");
            int code = web.getResponseCode();
            if (code / 100 != 3) {
                check(uri, code);
                return web;
            }
            uri = next(uri, web.getHeaderField("Location"));
        }
        throw new IOException(source + " is redirected too often");
    }

    private static URI next(URI uri, String location) throws IOException {
        try {
            URI next = uri.resolve(location == null ? "" : location);
            boolean web = "http".equals(next.getScheme()) || "https".equals(next.getScheme());
            if (!web || "https".equals(uri.getScheme()) && "http".equals(next.getScheme())) {
                throw new IOException(uri + " is redirected to an address that is less safe: " + next);
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw new IOException(uri + " is redirected to an address that is not valid: " + location, e);
        }
    }

    private static void check(URI uri, int code) throws IOException {
        if (code == HttpURLConnection.HTTP_NOT_FOUND || code == HttpURLConnection.HTTP_GONE) {
            throw new FileNotFoundException(uri.toString());
        }
        if (code / 100 != 2) {
            throw new IOException("the server answered " + code);
        }
    }
}
