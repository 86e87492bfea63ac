package org.hasekura.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.EntrySample;
import org.hasekura.evidence.Timeline;

/** A log in memory with the entries of the sample exchange, one of them damaged if it is told so; it counts who was shown something. */
final class FakeAudits implements Audits {

    final List<String> shown = new ArrayList<>();
    private boolean isDamaged;

    FakeAudits damaged() {
        isDamaged = true;
        return this;
    }

    private static List<Dossier.Recorded> entries() {
        return Samples.dossier(Samples.negotiation(
                        "asked",
                        org.hasekura.exchange.Role.PROVIDER,
                        org.hasekura.exchange.NegotiationState.REQUESTED,
                        Optional.empty()))
                .evidence();
    }

    @Override
    public Timeline timeline(BundleScope.Period period) {
        shown.add("timeline");
        var days = new TreeMap<LocalDate, java.util.SortedMap<String, Long>>();
        for (Dossier.Recorded each : entries()) {
            days.computeIfAbsent(LocalDate.ofInstant(each.entry().at(), java.time.ZoneOffset.UTC), _ -> new TreeMap<>())
                    .merge(each.entry().kind(), 1L, Long::sum);
        }
        return new Timeline(
                Optional.empty(),
                days,
                entries().size(),
                isDamaged ? List.of(new Timeline.Fault(7, "there is no entry")) : List.of(),
                Optional.empty());
    }

    @Override
    public Draw draw(BundleScope.Period period, Optional<String> seed) {
        return new Draw(seed.orElse("chosen-by-the-node"), entries().size());
    }

    @Override
    public Sample sample(BundleScope.Period period, Draw draw, int size) {
        shown.add("sample");
        List<Dossier.Recorded> all = entries();
        long population = Math.min(draw.population(), all.size());
        return new Sample(
                draw.seed(),
                population,
                EntrySample.of(draw.seed(), population, size).stream()
                        .map(each -> all.get(Math.toIntExact(each)))
                        .toList());
    }

    @Override
    public void bundle(BundleScope.Period period, OutputStream sink) throws IOException {
        sink.write("bundle".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] receipt(long index) {
        return ("receipt " + index).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] review(YearMonth first, YearMonth last) {
        return (first + " " + last).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Resting> restingOn(String provision) {
        return provision.startsWith("GDPR")
                ? List.of(new Resting(
                        Optional.of("asked"),
                        "service-contacts",
                        Samples.JAPAN.did(),
                        LocalDate.of(2026, 11, 20),
                        "PERMITTED_IF"))
                : List.of();
    }
}
