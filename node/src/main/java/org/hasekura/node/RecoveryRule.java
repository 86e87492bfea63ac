package org.hasekura.node;

import org.hasekura.resilience.Recovery;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a recovery is written on the command line: {@code none} or a rule and its days. */
final class RecoveryRule implements ITypeConverter<Recovery> {

    @Override
    public Recovery convert(String text) {
        int colon = text.indexOf(':');
        String rule = colon < 0 ? text : text.substring(0, colon);
        try {
            return switch (rule) {
                case "none" -> new Recovery.Never();
                case "linear" -> new Recovery.Linear(days(text, colon));
                case "exponential" -> new Recovery.Exponential(days(text, colon));
                case "damped" -> new Recovery.Damped(days(text, colon));
                default ->
                    throw new TypeConversionException("there is no recovery `" + rule
                            + "`; there are none, linear:DAYS, exponential:DAYS and damped:DAYS");
            };
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("`" + text + "`: " + e.getMessage());
        }
    }

    private static double days(String text, int colon) {
        if (colon < 0) {
            throw new TypeConversionException("`" + text + "` needs its days, for example `" + text + ":30`");
        }
        try {
            return Double.parseDouble(text.substring(colon + 1));
        } catch (NumberFormatException _) {
            throw new TypeConversionException("`" + text.substring(colon + 1) + "` is no number of days");
        }
    }
}
