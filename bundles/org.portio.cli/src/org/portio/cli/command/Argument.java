// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or a parameter of a command, and its value once the arguments have been read. Made by picocli's builders and
 * not by its annotations: to read these by reflection takes longer than all the rest of a command.
 */
public final class Argument<T> {

    private final ArgSpec spec;

    Argument(ArgSpec spec) {
        this.spec = spec;
    }

    /** Returns null if it was not given and has no default. */
    public T value() {
        return spec.getValue();
    }

    /** Returns an option that is there or not. */
    public static OptionSpec.Builder flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .initialValue(false)
                .description(description);
    }

    /** Returns an option with a value of a type that picocli reads by itself. */
    public static OptionSpec.Builder option(String name, Class<?> type, String label, String description) {
        return OptionSpec.builder(name).type(type).paramLabel(label).description(description);
    }

    /** Returns an option with a value that is read in a way of its own. */
    public static <T> OptionSpec.Builder option(
            String name, Class<T> type, ITypeConverter<T> converter, String label, String description) {
        return option(name, type, label, description).converters(converter);
    }

    /**
     * Makes an option with values separated by commas, which may also be given several times; an empty list without it. A
     * comma at the end stays with its value, which is then refused: to pass over what is not there may not be what was meant.
     */
    public static OptionSpec.Builder list(String name, Class<?> type, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(type)
                .splitRegex(",(?!$)")
                .splitRegexSynopsisLabel(",")
                .initialValue(List.of())
                .paramLabel(label)
                .description(description);
    }

    /**
     * Returns an option that takes all that follows it, as it is: another command with its arguments, which may look like
     * options; an empty list without it.
     */
    public static OptionSpec.Builder rest(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1..*")
                .initialValue(List.of())
                .preprocessor((left, _, option, _) -> takeAll(left, option))
                .paramLabel(label)
                .description(description);
    }

    private static boolean takeAll(Stack<String> left, ArgSpec option) {
        if (left.isEmpty()) {
            return false;
        }
        // Its top comes first.
        option.setValue(List.copyOf(left).reversed());
        left.clear();
        return true;
    }

    /** Returns the same with values that are read in a way of their own. */
    public static <T> OptionSpec.Builder list(
            String name, Class<T> type, ITypeConverter<T> converter, String label, String description) {
        return list(name, type, label, description).converters(converter);
    }

    /** Returns the parameter at this place, counted from 0, which must be given. */
    public static PositionalParamSpec.Builder parameter(int index, Class<?> type, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .type(type)
                .arity("1")
                .required(true)
                .paramLabel(label)
                .description(description);
    }

    /** Returns the parameter at this place, which may be left out. */
    public static PositionalParamSpec.Builder optionalParameter(
            int index, Class<?> type, String label, String description) {
        return parameter(index, type, label, description).arity("0..1").required(false);
    }

    /** Returns all parameters from this place on; an empty list without any. */
    public static PositionalParamSpec.Builder words(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index + "..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .initialValue(List.of())
                .paramLabel(label)
                .description(description);
    }
}
