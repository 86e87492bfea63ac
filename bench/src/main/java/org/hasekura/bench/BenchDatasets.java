package org.hasekura.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Theme;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;

/** Datasets made up for a large catalog: the same number gives the same dataset. */
final class BenchDatasets {

    private static final List<String> ENGLISH = List.of(
            "wind",
            "rail",
            "freight",
            "battery",
            "passport",
            "emission",
            "port",
            "traffic",
            "weather",
            "energy",
            "factory",
            "sensor",
            "supply",
            "quality",
            "steel",
            "water",
            "harvest",
            "vehicle",
            "network",
            "survey");
    private static final List<String> JAPANESE =
            List.of("風速", "鉄道", "輸送", "統計", "電池", "排出", "港湾", "交通", "気象", "工場", "品質", "調査", "水質", "収穫", "車両");
    private static final List<String> COUNTRIES = List.of("JP", "DE", "FR", "NL", "SE", "IT", "ES", "PL");
    private static final List<String> TYPES =
            List.of("text/csv", "application/json", "application/parquet", "application/xml");
    private static final List<Offer> OFFERS = List.of(
            new Offer("open", Terms.permitting(Permission.use())),
            new Offer("japan", Terms.permitting(Permission.use(Constraint.Atomic.of("country", Operator.EQ, "JP")))),
            new Offer("union", Terms.permitting(Permission.use(Constraint.Atomic.of("country", Operator.EQ, "DE")))));

    private BenchDatasets() {}

    static String id(int number) {
        return "dataset-%07d".formatted(number);
    }

    static Dataset numbered(int number) {
        var random = new SplittableRandom(number);
        String english = words(random, ENGLISH, " ");
        String japanese = words(random, JAPANESE, "");
        return new Dataset(
                id(number),
                Map.of("en", english + " " + number, "ja", japanese),
                Map.of("en", "Measured " + words(random, ENGLISH, ", ") + " and " + words(random, ENGLISH, " by ")),
                List.of(one(random, ENGLISH), one(random, JAPANESE)),
                List.of(one(random, Theme.CODES)),
                List.of(one(random, COUNTRIES)),
                Optional.of("https://creativecommons.org/licenses/by/4.0/"),
                Map.of("nonPersonal", "true", "originRegime", "none"),
                List.of(one(random, OFFERS)),
                Dataset.Answering.DIRECT,
                new Dataset.Content("/nowhere/" + number, one(random, TYPES), number + ".dat", number, "00".repeat(32)),
                Instant.EPOCH,
                Optional.empty(),
                1);
    }

    private static String words(SplittableRandom random, List<String> from, String between) {
        return String.join(between, one(random, from), one(random, from), one(random, from));
    }

    private static <T> T one(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
