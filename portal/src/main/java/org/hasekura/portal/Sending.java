package org.hasekura.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.law.FlowStatement;
import org.hasekura.law.Law;

/**
 * What is asked on "May I send this?". All of it stands in the address, so that an answer can be passed on.
 *
 * @param from country code; {@code to} likewise
 * @param isDetailed whether the facts were stated one by one, and are not those of {@link What}
 * @param assessment of the law of the destination: {@code positive}, {@code negative}, … on the day; empty where there is none
 */
record Sending(
        String from,
        String to,
        What what,
        LocalDate day,
        boolean isDetailed,
        String fromRole,
        String toRole,
        String fromKind,
        String toKind,
        String purpose,
        List<String> data,
        List<String> tools,
        List<String> certified,
        List<String> laws,
        String assessment) {

    private static final int VALUES_MAX = 40;

    Sending {
        data = List.copyOf(data);
        tools = List.copyOf(tools);
        certified = List.copyOf(certified);
        laws = List.copyOf(laws);
    }

    /** What we take from three choices. */
    static Sending of(Law law, String from, String to, What what, LocalDate day) {
        return new Sending(
                from,
                to,
                what,
                day,
                false,
                "controller",
                "controller",
                "business",
                "business",
                "general",
                what.facts(),
                what.presumed(from),
                List.of(),
                law.recipientLaws(to).stream().sorted().toList(),
                "");
    }

    /** Reads the query; empty where nobody has asked yet. */
    static Optional<Sending> read(Fields query, Law law, LocalDate today) {
        if (!query.has("from") || !query.has("to")) {
            return Optional.empty();
        }
        What what = Stream.of(What.values())
                .filter(each -> query.text("what").filter(slug(each)::equals).isPresent())
                .findFirst()
                .orElse(What.CUSTOMER_CONTACTS);
        String from = query.text("from").orElseThrow();
        String to = query.text("to").orElseThrow();
        Sending plain = of(law, from, to, what, day(query).orElse(today));
        return Optional.of(query.has("details") ? detailed(plain, query) : plain);
    }

    private static Sending detailed(Sending plain, Fields query) {
        return new Sending(
                plain.from,
                plain.to,
                plain.what,
                plain.day,
                true,
                query.text("fromRole").orElse(plain.fromRole),
                query.text("toRole").orElse(plain.toRole),
                query.text("fromKind").orElse(plain.fromKind),
                query.text("toKind").orElse(plain.toKind),
                query.text("purpose").orElse(plain.purpose),
                few(query.all("data")),
                few(query.all("tool")),
                few(query.all("certified")),
                few(query.all("law")),
                query.text("assessment").orElse(""));
    }

    private static List<String> few(List<String> values) {
        return values.stream().filter(each -> !each.isEmpty()).limit(VALUES_MAX).toList();
    }

    /** The day that was written; empty when none was, or when it is no day. */
    static Optional<LocalDate> day(Fields query) {
        return query.text("day").flatMap(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                return day.getYear() < 1990 || day.getYear() > 2100 ? Optional.empty() : Optional.of(day);
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        });
    }

    static String slug(What what) {
        return what.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Sending on(LocalDate other) {
        return new Sending(
                from,
                to,
                what,
                other,
                isDetailed,
                fromRole,
                toRole,
                fromKind,
                toKind,
                purpose,
                data,
                tools,
                certified,
                laws,
                assessment);
    }

    /** For the law to read: every word is checked there against the vocabulary. */
    FlowStatement statement() {
        return new FlowStatement(
                "transfer",
                from,
                to,
                List.of(fromRole, toRole),
                List.of(fromKind, toKind),
                laws,
                certified,
                Optional.empty(),
                data,
                purpose,
                List.of(),
                tools,
                Optional.of(assessment).filter(each -> !each.isEmpty()).map(each -> each + "@" + day),
                Optional.empty(),
                day);
    }

    /** The address of this question, without its page. */
    String query() {
        var pairs = new ArrayList<String>();
        pairs.add("from=" + Links.encode(from));
        pairs.add("to=" + Links.encode(to));
        pairs.add("what=" + slug(what));
        pairs.add("day=" + day);
        if (isDetailed) {
            pairs.add("details=1");
            pairs.add("fromRole=" + Links.encode(fromRole));
            pairs.add("toRole=" + Links.encode(toRole));
            pairs.add("fromKind=" + Links.encode(fromKind));
            pairs.add("toKind=" + Links.encode(toKind));
            pairs.add("purpose=" + Links.encode(purpose));
            data.forEach(each -> pairs.add("data=" + Links.encode(each)));
            tools.forEach(each -> pairs.add("tool=" + Links.encode(each)));
            certified.forEach(each -> pairs.add("certified=" + Links.encode(each)));
            laws.forEach(each -> pairs.add("law=" + Links.encode(each)));
            pairs.add("assessment=" + Links.encode(assessment));
        }
        return String.join("&", pairs);
    }

    /** The same question on the command line. */
    String command() {
        var words = new ArrayList<String>();
        words.add("./hasekura law explain --from " + from + " --to " + to + " --on " + day);
        words.add("--role " + fromRole + ":" + toRole + " --kind " + fromKind + ":" + toKind);
        data.forEach(each -> words.add("--data " + each));
        tools.forEach(each -> words.add("--tool '" + each + "'"));
        certified.forEach(each -> words.add("--certified " + each));
        laws.forEach(each -> words.add("--subject-to " + each));
        if (!purpose.equals("general")) {
            words.add("--purpose " + purpose);
        }
        if (!assessment.isEmpty()) {
            words.add("--tia " + assessment + "@" + day);
        }
        return String.join(" ", words);
    }
}
