// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;

/** A diagnosis of a port as JSON. */
public final class DiagnosisJson {

    private DiagnosisJson() {}

    /** Returns one object that takes one line, without its end. */
    public static String text(Diagnosis diagnosis) {
        JsonObject json = Json.versioned();
        json.addProperty("port", diagnosis.port());
        json.addProperty("protocol", diagnosis.protocol().label());
        json.addProperty("free", diagnosis.isFree());
        json.add(
                "scopes",
                Json.array(diagnosis.scopes().stream().map(DiagnosisJson::scope).toList()));
        json.add(
                "findings",
                Json.array(diagnosis.findings().stream()
                        .map(DiagnosisJson::finding)
                        .toList()));
        return json.toString();
    }

    private static JsonObject scope(BindScope scope) {
        JsonObject json = new JsonObject();
        json.addProperty("address", scope.address());
        json.addProperty("reuseAddress", scope.reuse());
        json.addProperty("succeeds", scope.succeeds());
        json.add("why", Json.value(scope.why().isEmpty() ? null : scope.why()));
        return json;
    }

    private static JsonObject finding(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", finding.kind().label());
        json.addProperty("weight", finding.weight().name().toLowerCase(Locale.ROOT));
        json.addProperty("what", finding.what());
        json.addProperty("evidence", finding.evidence());
        json.add("remedy", Json.value(finding.remedy().isEmpty() ? null : finding.remedy()));
        json.addProperty("inferred", finding.inferred());
        return json;
    }
}
