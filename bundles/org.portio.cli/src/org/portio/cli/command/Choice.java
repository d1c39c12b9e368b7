// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words. An option of an enumeration's type would load its class, and that of its bundle's other types,
 * for the help of all commands.
 *
 * @param kind what they are, as in {@code unknown mode 'x'}
 */
public record Choice(String kind, List<String> words) implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new TypeConversionException(
                    "unknown " + kind + " '" + text + "'; choose from " + String.join(", ", words));
        }
        return word;
    }

    public OptionSpec.Builder option(String name, String label, String description) {
        return Argument.option(name, String.class, this, label, description).completionCandidates(words);
    }

    /** Returns text such as {@code HTTP_OK} from {@code http-ok}. */
    public static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
