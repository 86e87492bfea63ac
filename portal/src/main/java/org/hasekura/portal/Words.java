package org.hasekura.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the portal says in one language: every message under a key, with named places such as {@code {peer}}. The two
 * catalogues have the same keys; a test holds them to it, and to there being none that nobody uses.
 */
public final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z]*)\\}");
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    private final Language language;
    private final Map<String, String> messages;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    private Words(Language language, Map<String, String> messages) {
        this.language = language;
        this.messages = Map.copyOf(messages);
        Locale locale = language.locale();
        this.day = DateTimeFormatter.ofPattern(language == Language.JA ? "uuuu年M月d日" : "d MMMM uuuu", locale);
        this.moment = DateTimeFormatter.ofPattern(
                language == Language.JA ? "uuuu年M月d日 H:mm zzz" : "d MMMM uuuu, HH:mm zzz", locale);
    }

    /** The catalogue of a language; read at first use. */
    public static Words in(Language language) {
        synchronized (ALL) {
            return ALL.computeIfAbsent(language, Words::read);
        }
    }

    private static Words read(Language language) {
        String name = "words/" + language.code() + ".properties";
        try (InputStream in = Optional.ofNullable(Words.class.getResourceAsStream(name))
                        .orElseThrow(() -> new IllegalStateException("the portal lacks `" + name + "`"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            Map<String, String> messages = new HashMap<>();
            properties.forEach((key, value) -> messages.put((String) key, (String) value));
            return new Words(language, messages);
        } catch (IOException e) {
            throw new UncheckedIOException("the portal's words cannot be read", e);
        }
    }

    public Language language() {
        return language;
    }

    Map<String, String> messages() {
        return messages;
    }

    /**
     * The message under a key.
     *
     * @param namesAndValues the name of a place, what stands there, the next name, ...
     */
    public String say(String key, Object... namesAndValues) {
        String message = message(key);
        return namesAndValues.length == 0 && message.indexOf('{') < 0
                ? message
                : PLACE.matcher(message)
                        .replaceAll(
                                place -> Matcher.quoteReplacement(asText(value(key, place.group(1), namesAndValues))));
    }

    /** The same as HTML: the message and texts escaped, values that are HTML as they are. */
    public Html html(String key, Object... namesAndValues) {
        String message = message(key);
        var pieces = new ArrayList<Html>();
        Matcher place = PLACE.matcher(message);
        int from = 0;
        while (place.find()) {
            pieces.add(Html.text(message.substring(from, place.start())));
            Object value = value(key, place.group(1), namesAndValues);
            pieces.add(value instanceof Html html ? html : Html.text(asText(value)));
            from = place.end();
        }
        pieces.add(Html.text(message.substring(from)));
        return Html.of("{}", pieces);
    }

    /** What a word of a program is called: the message {@code family.name}, the name in lower case with hyphens. */
    public String word(String family, Enum<?> value) {
        return message(family + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The message that fits the number: in English one for 1 ({@code .one}) and one for others ({@code .other}). */
    public String count(String key, long number) {
        String form = language == Language.EN && number == 1 ? ".one" : ".other";
        return say(key + form, "n", number);
    }

    /** Whether there is such a message. */
    public boolean knows(String key) {
        return messages.containsKey(key);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    /** A time with its zone. */
    public String moment(Instant instant, ZoneId zone) {
        return moment.format(instant.atZone(zone));
    }

    /** The name of a country by its code; the code itself when nobody has named it. ISO 3166-1. */
    public String country(String iso) {
        String name = Locale.of("", iso).getDisplayCountry(language.locale());
        return name.isEmpty() ? iso : name;
    }

    private String asText(Object value) {
        return value instanceof Long || value instanceof Integer
                ? number(((Number) value).longValue())
                : value.toString();
    }

    private String message(String key) {
        return Optional.ofNullable(messages.get(key))
                .orElseThrow(() -> new IllegalStateException(
                        "there is no message `" + key + "` in " + language.code() + ".properties"));
    }

    private static Object value(String key, String place, Object... namesAndValues) {
        for (int at = 0; at + 1 < namesAndValues.length; at += 2) {
            if (namesAndValues[at].equals(place)) {
                return namesAndValues[at + 1];
            }
        }
        throw new IllegalStateException("nothing was given for `{" + place + "}` of the message `" + key + "`");
    }
}
