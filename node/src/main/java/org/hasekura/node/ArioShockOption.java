package org.hasekura.node;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hasekura.resilience.ArioShock;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a shock is written on the command line: {@code JPN:*=-0.10@5+30}, and {@code ~30} for another recovery. */
final class ArioShockOption implements ITypeConverter<ArioShock> {

    private static final int RECOVERY_DAYS = 30;
    private static final Pattern FORM =
            Pattern.compile("(?<industries>[^=]+)=-(?<share>[0-9.]+)(?<percent>%?)@(?<start>[0-9]{1,6})"
                    + "\\+(?<days>[0-9]{1,6})(?:~(?<recovery>[0-9]{1,6}))?");

    @Override
    public ArioShock convert(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new TypeConversionException(
                    "`" + text + "` is no shock; one is `JPN:*=-0.10@5+30`: who loses how much"
                            + " of capacity, from which day, for how many days");
        }
        try {
            double share = Double.parseDouble(parts.group("share"));
            return new ArioShock(
                    parts.group("industries"),
                    parts.group("percent").isEmpty() ? share : share / 100,
                    Integer.parseInt(parts.group("start")),
                    Integer.parseInt(parts.group("days")),
                    parts.group("recovery") == null ? RECOVERY_DAYS : Integer.parseInt(parts.group("recovery")));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("`" + text + "`: " + e.getMessage());
        }
    }
}
