// SPDX-License-Identifier: EPL-2.0
package org.portio.example.junit;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.portio.junit.HeldPort;
import org.portio.junit.NoPortLeaks;

/** Fails, to show how a leak looks: mvn test -Dtest=LeaksOnPurpose. Without that, Maven does not run it, for its name. */
@NoPortLeaks(patienceMillis = 100)
class LeaksOnPurpose {

    @Test
    void forgetsToClose(@HeldPort int port) throws IOException {
        new Greeter(port);
    }
}
