package org.hasekura.node;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log on stderr: one line for each thing that happened. */
final class Logging {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    // The JDK forgets the level of a logger that nobody holds.
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("org.hasekura");
    private static final Logger SERVER_START = Logger.getLogger("io.helidon.webserver.LoomServer");

    private static final Logger SERVER_REQUESTS = Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

    private Logging() {}

    /**
     * Sets what is logged by our code; libraries tell warnings alone.
     *
     * @param level error, warn, info or debug
     */
    static void configure(String level) {
        for (Handler each : ROOT.getHandlers()) {
            ROOT.removeHandler(each);
        }
        Handler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFormatter(new Line());
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.WARNING);
        // Why a server did not start is told by us, in a sentence.
        SERVER_START.setLevel(Level.OFF);
        // It warns, with a trace, of every connection that a stranger breaks off.
        SERVER_REQUESTS.setLevel(Level.SEVERE);
        OURS.setLevel(
                switch (level) {
                    case "error" -> Level.SEVERE;
                    case "warn" -> Level.WARNING;
                    case "debug" -> Level.FINE;
                    default -> Level.INFO;
                });
    }

    private static final class Line extends Formatter {

        @Override
        public String format(LogRecord happened) {
            String level = happened.getLevel().intValue() >= Level.SEVERE.intValue()
                    ? "error"
                    : happened.getLevel().intValue() >= Level.WARNING.intValue()
                            ? "warn"
                            : happened.getLevel().intValue() >= Level.INFO.intValue() ? "info" : "debug";
            String logger = Optional.ofNullable(happened.getLoggerName()).orElse("-");
            // A message may carry what others sent: it never begins a line of its own.
            String message = formatMessage(happened).replaceAll("\\p{Cntrl}", " ");
            return TIME.format(happened.getInstant()) + " " + level + " " + logger.replace("org.hasekura.", "") + " "
                    + message + "\n" + trace(happened);
        }

        private static String trace(LogRecord happened) {
            return Optional.ofNullable(happened.getThrown())
                    .map(thrown -> {
                        StringWriter text = new StringWriter();
                        thrown.printStackTrace(new PrintWriter(text));
                        return text.toString();
                    })
                    .orElse("");
        }
    }
}
