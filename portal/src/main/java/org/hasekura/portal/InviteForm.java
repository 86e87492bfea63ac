package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Dataset;
import org.hasekura.identity.Fact;
import org.hasekura.law.Law;

/** What a person wrote into the form of a guest's link; {@link #read} says what is wrong with it. */
public record InviteForm(Invitation.Guest guest, Invitation.Offered offered, List<String> problems) {

    static final int DOWNLOADS_MAX = 100;
    static final int DAYS_MAX = 366;

    private static final int TEXT_MAX = 200;
    private static final String EMAIL = "[^\\s@<>\"',;]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,63}";

    public InviteForm {
        problems = List.copyOf(problems);
    }

    public static InviteForm read(Fields form, Dataset dataset, Law law, LocalDate today) {
        var problems = new ArrayList<String>();
        String organisation = form.text("organisation").orElse("");
        if (organisation.isEmpty() || organisation.length() > TEXT_MAX) {
            problems.add("organisation");
        }
        String country = form.text("country").orElse("").toUpperCase(Locale.ROOT);
        if (!law.isCountry(country)) {
            problems.add("country");
        }
        String email = form.text("email").orElse("");
        if (!email.matches(EMAIL)) {
            problems.add("email");
        }
        String source = form.text("source").orElse("");
        if (source.isEmpty() || source.length() > TEXT_MAX) {
            problems.add("source");
        }
        Optional<String> purpose = form.text("purpose");
        if (purpose.isPresent() && !law.codes("purposeCode").contains(purpose.get())) {
            problems.add("purpose");
        }
        Optional<String> subjectTo = form.text("subject-to");
        if (subjectTo.isPresent() && !law.codes("subjectTo").contains(subjectTo.get())) {
            problems.add("subject-to");
        }
        LocalDate from = day(form, "from").orElse(today);
        LocalDate until = day(form, "until").orElse(LocalDate.EPOCH);
        if (until.isBefore(from) || until.isBefore(today) || until.isAfter(today.plusDays(DAYS_MAX))) {
            problems.add("until");
        }
        int downloads = form.text("downloads")
                .filter(each -> each.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(0);
        if (downloads < 1 || downloads > DOWNLOADS_MAX) {
            problems.add("downloads");
        }
        String offer = form.text("offer").orElse(dataset.offers().getFirst().id());
        var guest = new Invitation.Guest(
                organisation,
                country,
                oneOf(form, "kind", Fact.Name.KIND.codes(), "business"),
                oneOf(form, "role", Fact.Name.ROLE.codes(), "controller"),
                subjectTo,
                email,
                source);
        return new InviteForm(
                guest, new Invitation.Offered(dataset.id(), offer, purpose, from, until, downloads), problems);
    }

    private static String oneOf(Fields form, String name, List<String> codes, String otherwise) {
        return form.text(name).filter(codes::contains).orElse(otherwise);
    }

    private static Optional<LocalDate> day(Fields form, String name) {
        return form.text(name).flatMap(text -> Sending.day(new Fields(Map.of("day", List.of(text)))));
    }
}
