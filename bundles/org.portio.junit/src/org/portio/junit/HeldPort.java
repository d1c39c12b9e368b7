// SPDX-License-Identifier: EPL-2.0
package org.portio.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.portio.core.Protocol;
import org.portio.junit.internal.DoorExtension;
import org.portio.junit.internal.HeldPortExtension;

/**
 * Gives a test the number of a port that nobody else has, and keeps it for what the test starts. Each field and each parameter
 * gets a port of its own:
 *
 * <pre>{@code
 * @HeldPort
 * int port;
 * }</pre>
 *
 * A field of an instance, and a parameter of a test method or of {@code @BeforeEach}, has the port as long as the test runs, a
 * static field or a parameter of {@code @BeforeAll} as long as the class does. They are of the type {@code int} or
 * {@code Integer}, and fields are not final. The port is at all addresses of the machine, and outside of the range from which the
 * system itself takes ports for those who ask for any.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@ExtendWith({HeldPortExtension.class, DoorExtension.class})
public @interface HeldPort {

    /** Protocol of the port. */
    Protocol protocol() default Protocol.TCP;

    /** The way in which the port gets to what the test starts. The test's report says which way it was. */
    HandOver handOver() default HandOver.AUTO;
}
