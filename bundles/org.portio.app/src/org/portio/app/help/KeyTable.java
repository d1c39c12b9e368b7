// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.activities.IActivityManager;
import org.eclipse.ui.activities.IWorkbenchActivitySupport;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;

/** A cheat sheet: the commands that have keys now, by category, as a table of the page of keys. */
final class KeyTable {

    private static final String PLATFORM = "org.eclipse.ui/";

    private KeyTable() {}

    static String of(IServiceLocator services) {
        IBindingService bindings = services.getService(IBindingService.class);
        IActivityManager activities =
                services.getService(IWorkbenchActivitySupport.class).getActivityManager();
        Map<String, Map<String, TreeSet<String>>> categories = new TreeMap<>();
        Stream.of(bindings.getBindings())
                .filter(binding -> isInForce(binding, bindings))
                .filter(binding -> activities
                        .getIdentifier(
                                PLATFORM + binding.getParameterizedCommand().getId())
                        .isEnabled())
                .forEach(binding -> add(binding, categories));
        return categories.entrySet().stream()
                .map(category -> "\n## " + category.getKey() + "\n\n| " + Messages.KeyTable_key + " | "
                        + Messages.KeyTable_command + " |\n|---|---|\n" + rows(category.getValue()))
                .collect(Collectors.joining());
    }

    /** Returns whether this is not a key that another scheme has, or that was taken from its command. */
    private static boolean isInForce(Binding binding, IBindingService bindings) {
        ParameterizedCommand command = binding.getParameterizedCommand();
        return command != null
                && binding.getSchemeId().equals(bindings.getActiveScheme().getId())
                && Stream.of(bindings.getActiveBindingsFor(command)).anyMatch(binding.getTriggerSequence()::equals);
    }

    private static void add(Binding binding, Map<String, Map<String, TreeSet<String>>> categories) {
        try {
            ParameterizedCommand command = binding.getParameterizedCommand();
            String description = Objects.requireNonNullElse(command.getCommand().getDescription(), "");
            String row = "**" + escaped(command.getName()) + "** " + escaped(description);
            categories
                    .computeIfAbsent(command.getCommand().getCategory().getName(), _ -> new TreeMap<>())
                    .computeIfAbsent(row, _ -> new TreeSet<>())
                    .add(binding.getTriggerSequence().format());
        } catch (NotDefinedException _) {
            // A key of a command that an extension took along when it was removed: it does nothing.
        }
    }

    private static String rows(Map<String, TreeSet<String>> commands) {
        return commands.entrySet().stream()
                .map(row -> "| " + escaped(String.join(", ", row.getValue())) + " | " + row.getKey() + " |\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replaceAll("[|*`\\[\\]\\\\]", "\\\\$0");
    }
}
