// SPDX-License-Identifier: EPL-2.0

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes completions for shells that picocli has none for: commands, their options and the values of options, each with a description. */
record Completions(CommandSpec portio) {

    /** Returns the completion for fish, portio.fish. */
    String fish() {
        List<String> lines = new ArrayList<>(List.of("# Completion of portio for fish.", "complete -c portio -f"));
        lines.add("complete -c portio -n __fish_use_subcommand -a workbench -d " + quoted("Opens the workbench"));
        commands(portio).forEach(command -> {
            lines.add("complete -c portio -n __fish_use_subcommand -a " + command.name() + " -d "
                    + quoted(description(command)));
            String seen = " -n '__fish_seen_subcommand_from " + command.name();
            List<CommandSpec> inner = commands(command);
            String names = inner.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
            inner.forEach(below -> lines.add("complete -c portio" + seen + "; and not __fish_seen_subcommand_from "
                    + names + "' -a " + below.name() + " -d " + quoted(description(below))));
            options(command).forEach(option -> lines.add("complete -c portio" + seen + "'" + fishOption(option)));
        });
        return String.join("\n", lines) + "\n";
    }

    /** Returns the completion for zsh, _portio. */
    String zsh() {
        List<String> lines = new ArrayList<>(List.of(
                "#compdef portio",
                "# Completion of portio for zsh.",
                "if (( CURRENT == 2 )); then",
                "    local -a commands=(",
                "        " + quoted("workbench:Opens the workbench")));
        commands(portio).forEach(command -> lines.add("        " + zshItem(command)));
        lines.addAll(List.of("    )", "    _describe command commands", "    return", "fi", "case $words[2] in"));
        commands(portio).forEach(command -> {
            lines.add("    " + command.name() + ")");
            List<CommandSpec> inner = commands(command);
            String names = inner.stream().map(Completions::zshItem).collect(Collectors.joining(" "));
            if (!inner.isEmpty()) {
                lines.add("        (( CURRENT == 3 )) && { local -a commands=(" + names
                        + "); _describe command commands; }");
            }
            String all = options(command).stream().map(Completions::zshOption).collect(Collectors.joining(" "));
            lines.add("        _arguments " + all + " '*:argument:_files'");
            lines.add("        ;;");
        });
        lines.add("esac");
        return String.join("\n", lines) + "\n";
    }

    private static List<CommandSpec> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(below -> below.getCommandSpec())
                .distinct()
                .filter(below -> !below.usageMessage().hidden())
                .toList();
    }

    private static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    private static String fishOption(OptionSpec option) {
        StringBuilder text = new StringBuilder();
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (takesValue(option)) {
            text.append(" -x");
            String values = String.join(" ", values(option));
            text.append(values.isEmpty() ? "" : " -a " + quoted(values));
        }
        return text + " -d " + quoted(first(option.description()));
    }

    private static String zshItem(CommandSpec command) {
        return quoted(command.name() + ":" + description(command).replace(":", "\\:"));
    }

    private static String zshOption(OptionSpec option) {
        String text = "["
                + first(option.description())
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("]", "\\]") + "]";
        String value = takesValue(option) ? ":" + "value:" + zshValues(option) : "";
        List<String> names = List.of(option.names());
        String longest = option.longestName();
        return names.stream()
                .map(name -> quoted((names.size() > 1 ? "(" + String.join(" ", names) + ")" : "")
                        + name
                        + (name.equals(longest) && takesValue(option) && name.startsWith("--") ? "=" : "")
                        + text
                        + value))
                .collect(Collectors.joining(" "));
    }

    private static String zshValues(OptionSpec option) {
        List<String> values = values(option);
        return values.isEmpty() ? " " : "(" + String.join(" ", values) + ")";
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    private static List<String> values(OptionSpec option) {
        return option.completionCandidates() == null
                ? List.of()
                : StreamSupport.stream(option.completionCandidates().spliterator(), false)
                        .toList();
    }

    private static String description(CommandSpec command) {
        return first(command.usageMessage().description());
    }

    /** Returns the first sentence. */
    private static String first(String... text) {
        String line = text.length == 0
                ? ""
                : String.join(" ", text).replace("%%", "%").replace("%n", " ");
        int end = line.indexOf(". ");
        return end < 0 ? line.replaceFirst("\\.$", "") : line.substring(0, end);
    }

    /** Quotes for a shell: zsh and fish differ in what a backslash in quotes is, hence none before the quote itself. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "’") + "'";
    }
}
