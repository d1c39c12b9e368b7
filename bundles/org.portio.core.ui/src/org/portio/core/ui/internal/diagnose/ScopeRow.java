// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.diagnosis.BindScope;

/** The result of binding one address; empty texts if it was not tried. */
record ScopeRow(String address, String plain, String reuse, String why) {

    /** Returns the rows in the order of the scopes. */
    static List<ScopeRow> of(List<BindScope> scopes) {
        return scopes.stream()
                .map(BindScope::address)
                .distinct()
                .map(address -> of(
                        address,
                        scopes.stream()
                                .filter(scope -> scope.address().equals(address))
                                .toList()))
                .toList();
    }

    private static ScopeRow of(String address, List<BindScope> ofAddress) {
        String why = ofAddress.stream()
                .map(BindScope::why)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return new ScopeRow(address, answer(ofAddress, false), answer(ofAddress, true), why);
    }

    private static String answer(List<BindScope> scopes, boolean reuse) {
        return scopes.stream()
                .filter(scope -> scope.reuse() == reuse)
                .map(scope -> scope.succeeds() ? Messages.ScopeRow_yes : Messages.ScopeRow_no)
                .findFirst()
                .orElse("");
    }

    List<String> cells() {
        return List.of(address, plain, reuse, why);
    }

    static List<String> titles() {
        return List.of(
                Messages.ScopeRow_address, Messages.ScopeRow_plain, Messages.ScopeRow_reuse, Messages.ScopeRow_why);
    }
}
