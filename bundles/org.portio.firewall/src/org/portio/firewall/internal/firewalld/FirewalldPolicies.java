// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.firewalld;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.portio.firewall.spi.RuleTag;

/** Reads {@code firewall-cmd -v --list-all-policies}: a paragraph for each policy that is in force. */
public final class FirewalldPolicies {

    /** A policy with PortIO's tag for its description, and the rules that it has. */
    record Policy(String name, RuleTag tag, List<String> richRules) {}

    private static final String DESCRIPTION = "  description: ";

    private FirewalldPolicies() {}

    public static List<Policy> parse(String text) {
        List<Policy> policies = new ArrayList<>();
        for (String paragraph : text.split("\n\n")) {
            List<String> lines =
                    paragraph.lines().filter(line -> !line.isBlank()).toList();
            Optional<RuleTag> tag = lines.stream()
                    .filter(line -> line.startsWith(DESCRIPTION))
                    .findFirst()
                    .flatMap(line -> RuleTag.parse(line.substring(DESCRIPTION.length())));
            tag.ifPresent(found -> policies.add(new Policy(
                    lines.getFirst().split(" ")[0],
                    found,
                    lines.stream()
                            .filter(line -> line.startsWith("\trule "))
                            .map(String::strip)
                            .toList())));
        }
        return policies;
    }

    /** Returns the names of the policies whose description is the tag of one of these blocks, or empty. */
    public static List<String> names(String text, Set<UUID> ids) {
        List<String> names = new ArrayList<>();
        for (String paragraph : text.split("\n\n")) {
            String description = paragraph
                    .lines()
                    .filter(line -> line.startsWith(DESCRIPTION))
                    .findFirst()
                    .map(line -> line.substring(DESCRIPTION.length()).strip())
                    .orElse("");
            boolean isOurs = RuleTag.parse(description)
                    .filter(tag -> ids.contains(tag.id()))
                    .isPresent();
            if (isOurs || description.isEmpty()) {
                names.add(paragraph.strip().split("[ \n]")[0]);
            }
        }
        return names;
    }
}
