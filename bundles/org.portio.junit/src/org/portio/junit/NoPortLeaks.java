// SPDX-License-Identifier: EPL-2.0
package org.portio.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.portio.junit.internal.NoPortLeaksExtension;

/**
 * Fails a test that leaves a TCP listener or an unconnected UDP socket open, in this process or in one that it has started. The
 * failure names each with its port and its process, and shows the stack by which this process opened it.
 *
 * <p>On a class, it holds for each of its tests, and for what the class itself leaves, after {@code @AfterAll}. A test is over
 * after {@code @AfterEach}; what was opened before it, for example in {@code @BeforeAll}, is not its own.
 *
 * <p>Tests with this annotation do not run at the same time; others that do are not told apart from them. On Linux only:
 * elsewhere, the test's report says that nobody has looked.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(NoPortLeaksExtension.class)
@ResourceLock("org.portio.junit.ports")
public @interface NoPortLeaks {

    /** Time to wait for sockets to be closed, in milliseconds: servers often end a little later than they say. */
    long patienceMillis() default 2000;
}
