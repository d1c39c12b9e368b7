// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.util.Locale;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** A diagnosis of a port as JSON. */
public final class DiagnosisJson {

    private DiagnosisJson() {}

    /** Returns one object that takes one line, without its end. */
    public static String text(Diagnosis diagnosis) {
        JsonObject json = ConnectionJson.versioned();
        json.put("port", diagnosis.port());
        json.put("protocol", diagnosis.protocol().label());
        json.put("free", diagnosis.isFree());
        json.put("scopes", JsonArray.of(diagnosis.scopes(), DiagnosisJson::scope));
        json.put("findings", JsonArray.of(diagnosis.findings(), DiagnosisJson::finding));
        return json.toString();
    }

    private static JsonObject scope(BindScope scope) {
        JsonObject json = new JsonObject();
        json.put("address", scope.address());
        json.put("reuseAddress", scope.reuse());
        json.put("succeeds", scope.succeeds());
        json.put("why", JsonValue.of(scope.why().isEmpty() ? null : scope.why()));
        return json;
    }

    private static JsonObject finding(Finding finding) {
        JsonObject json = new JsonObject();
        json.put("kind", finding.kind().label());
        json.put("weight", finding.weight().name().toLowerCase(Locale.ROOT));
        json.put("what", finding.what());
        json.put("evidence", finding.evidence());
        json.put("remedy", JsonValue.of(finding.remedy().isEmpty() ? null : finding.remedy()));
        json.put("inferred", finding.inferred());
        return json;
    }
}
