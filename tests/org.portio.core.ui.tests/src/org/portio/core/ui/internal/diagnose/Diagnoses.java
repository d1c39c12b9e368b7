// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.List;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;

/** Short ways to write down a diagnosis of TCP 8080. */
final class Diagnoses {

    static final String WHY = "java (PID 12) listens on 0.0.0.0:8080";
    static final Finding LISTENER = finding(Finding.Weight.BLOCKS, WHY, "portio kill --port 8080 --tcp", false);

    private Diagnoses() {}

    static Finding finding(Finding.Weight weight, String what, String remedy, boolean inferred) {
        return new Finding(Finding.Kind.LISTENER, weight, what, "TCP 0.0.0.0:8080 LISTEN", remedy, inferred);
    }

    static BindScope free(String address, boolean reuse) {
        return new BindScope(address, reuse, true, "");
    }

    static BindScope taken(String address, boolean reuse, String why) {
        return new BindScope(address, reuse, false, why);
    }

    static Diagnosis diagnosis(List<BindScope> scopes, Finding... findings) {
        return new Diagnosis(8080, Protocol.TCP, scopes, List.of(findings));
    }
}
