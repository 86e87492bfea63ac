package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.hasekura.law.Law;
import org.hasekura.partnership.ShippedRegister;
import org.hasekura.policy.Action;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Duty;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Prohibition;
import org.hasekura.policy.Terms;

/**
 * What the nodes of the demonstration offer. The two registers are real and ship with the product; the footprint and the
 * contacts are made up and say so.
 */
final class DemoData {

    static final Map<String, String> NOT_PERSONAL = Map.of("nonPersonal", "true", "originRegime", "none");

    static final Map<String, String> CONTACTS = Map.of(
            "personal", "true",
            "originRegime", "EU",
            "categories", "contact",
            "special", "none",
            "criminal", "false",
            "children", "false",
            "pseudonymised", "false",
            "governmentId", "false",
            "hr", "false");

    /** Whoever names the source may use it. */
    static final Offer OPEN = new Offer(
            "open-with-attribution",
            new Terms(
                    java.util.List.of(Permission.use()),
                    java.util.List.of(),
                    java.util.List.of(new Duty(new Action("attribute"), java.util.List.of()))));

    private static final String FOOTPRINT_PURPOSE = "urn:hasekura:purpose:general:battery-carbon-footprint";

    static final String SERVICE_PURPOSE = "urn:hasekura:purpose:general:customer-service";

    /** For one purpose, until the end of 2027, not to be passed on. */
    static final Offer FOOTPRINT =
            new Offer("footprint-2027", footprint("2027-12-31").prohibiting(Prohibition.of(Action.DISTRIBUTE)));

    /** What the car maker asks for first: longer, and free to pass on. */
    static final Terms FOOTPRINT_ASKED = footprint("2030-12-31");

    static final Offer SERVICE = new Offer(
            "customer-service",
            Terms.permitting(Permission.use(Constraint.Atomic.of("purpose", Operator.EQ, SERVICE_PURPOSE))));

    private DemoData() {}

    private static Terms footprint(String until) {
        return Terms.permitting(Permission.use(
                Constraint.Atomic.of("purpose", Operator.EQ, FOOTPRINT_PURPOSE),
                Constraint.Atomic.of("dateTime", Operator.LTEQ, until)));
    }

    static Path adequacy(Path folder) throws IOException {
        return copied(Law.class, "adequacy.json", folder.resolve("adequacy-decisions.json"));
    }

    static Path commitments(Path folder) throws IOException {
        return copied(ShippedRegister.class, ShippedRegister.FILE, folder.resolve(ShippedRegister.FILE));
    }

    private static Path copied(Class<?> beside, String resource, Path target) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(beside.getResourceAsStream(resource), () -> "the jar lacks " + resource)) {
            Files.copy(in, target);
        }
        return target;
    }

    /** A PACT product footprint (version 3.0) of a battery cell; every value is made up. */
    static Path footprint(Path folder) throws IOException {
        return written(folder.resolve("battery-footprint.json"), """
                {
                  "id": "3f1c8f4e-6b0a-4c7e-9a51-2d0c5a7e9b10",
                  "specVersion": "3.0.0",
                  "created": "2026-11-01T00:00:00Z",
                  "status": "Active",
                  "companyName": "Kitakami Cell (fictitious)",
                  "companyIds": ["urn:pact:kitakami-cell.example:supplier-id:1"],
                  "productDescription": "SYNTHETIC DEMONSTRATION RECORD: lithium-ion cell, no real product",
                  "productIds": ["urn:pact:kitakami-cell.example:product-id:cell-52ah"],
                  "productNameCompany": "Cell 52 Ah (synthetic)",
                  "comment": "Synthetic values for a demonstration; not measured, not for any declaration.",
                  "pcf": {
                    "declaredUnitOfMeasurement": "piece",
                    "declaredUnitAmount": "1",
                    "productMassPerDeclaredUnit": "0.92",
                    "referencePeriodStart": "2025-01-01T00:00:00Z",
                    "referencePeriodEnd": "2026-01-01T00:00:00Z",
                    "geographyCountry": "JP",
                    "pcfExcludingBiogenicUptake": "11.4",
                    "pcfIncludingBiogenicUptake": "11.4",
                    "fossilGhgEmissions": "11.4",
                    "fossilCarbonContent": "0.03",
                    "biogenicCarbonContent": "0",
                    "landUseChangeGhgEmissions": "0",
                    "biogenicCO2Uptake": "0",
                    "biogenicNonCO2Emissions": "0",
                    "packagingEmissionsIncluded": false,
                    "ccsTechnologicalCO2CaptureIncluded": false,
                    "primaryDataShare": "48.0",
                    "ipccCharacterizationFactors": ["AR6"],
                    "crossSectoralStandards": ["ISO14067", "PACT-3.0"],
                    "exemptedEmissionsPercent": "0.0"
                  }
                }
                """);
    }

    /** Contacts of service customers; nobody of that name lives there. */
    static Path contacts(Path folder) throws IOException {
        var rows = new StringBuilder("customer,name,email,vehicle,service_due\n");
        for (int i = 1; i <= 200; i++) {
            rows.append("synthetic-%04d,Synthetic Person %d,person%d@customer.example,model-%d,2027-%02d-15%n"
                    .formatted(i, i, i, i % 7, 1 + i % 12)
                    .replace(System.lineSeparator(), "\n"));
        }
        return written(folder.resolve("service-contacts.csv"), rows.toString());
    }

    private static Path written(Path file, String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
