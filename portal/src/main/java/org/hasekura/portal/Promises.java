package org.hasekura.portal;

import java.util.Locale;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.ShippedRegister;

/** What the pages of the partnership show: a register and the indicators beside it. */
record Promises(String version, Phrase caution, Register register, Indicators indicators) {

    /** Read when the first page asks for it, and then kept: it does not change while the software runs. */
    private static final class Shipped {
        private static final Promises PROMISES = read();

        private static Promises read() {
            var compilation = ShippedRegister.load();
            return new Promises(
                    compilation.version(), compilation.caution(), compilation.register(), Indicators.load());
        }
    }

    /** Those that are part of this software. */
    static Promises shipped() {
        return Shipped.PROMISES;
    }

    static Locale locale(Words words) {
        return Locale.forLanguageTag(words.language().code());
    }
}
