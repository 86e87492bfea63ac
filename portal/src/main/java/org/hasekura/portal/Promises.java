package org.hasekura.portal;

import java.util.Locale;
import java.util.Optional;
import org.hasekura.partnership.Compilation;
import org.hasekura.partnership.ExportJson;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.ShippedRegister;

/**
 * What the pages of the partnership show: a register and the indicators beside it.
 *
 * @param compilation that the register began with
 * @param seat of the secretariat that keeps it on this node; empty: it is the shipped one, which nobody changes
 * @param trouble why the node's own register could not be read just now; what is shown is then older
 */
public record Promises(
        Compilation compilation,
        Register register,
        Indicators indicators,
        Optional<Council.Seat> seat,
        Optional<String> trouble) {

    /** Read when the first page asks for it, and then kept: it does not change while the software runs. */
    private static final class Shipped {
        private static final Promises PROMISES = read();

        private static Promises read() {
            Compilation compilation = ShippedRegister.load();
            return new Promises(
                    compilation, compilation.register(), Indicators.load(), Optional.empty(), Optional.empty());
        }
    }

    /** Those that are part of this software. */
    public static Promises shipped() {
        return Shipped.PROMISES;
    }

    /** Of the compilation, and of what was changed since. */
    String version() {
        return seat.isPresent() ? ExportJson.version(compilation, register) : compilation.version();
    }

    Phrase caution() {
        return compilation.caution();
    }

    static Locale locale(Words words) {
        return Locale.forLanguageTag(words.language().code());
    }
}
