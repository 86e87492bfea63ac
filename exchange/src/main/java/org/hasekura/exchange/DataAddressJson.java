package org.hasekura.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** A data address inside a transfer message. DSP 2025-1 #data-address. */
final class DataAddressJson {

    private static final int PROPERTIES_MAX = 64;

    /** Eclipse Dataspace Components writes the names of its properties in full, and the endpoint as one of them. */
    private static final String EDC_NAMESPACE = "https://w3id.org/edc/v0.0.1/ns/";

    private static final String ENDPOINT = "endpoint";

    private DataAddressJson() {}

    static Optional<DataAddress> read(Fields message, String name) {
        return message.optionalObject(name).map(DataAddressJson::address);
    }

    private static DataAddress address(Fields fields) {
        fields.requireType("DataAddress");
        Map<String, String> properties = new HashMap<>();
        fields.items("endpointProperties", PROPERTIES_MAX, Fields.Item::object).forEach(property -> {
            property.requireType("EndpointProperty");
            String name = property.text("name");
            String value = property.optionalText("value")
                    .orElseThrow(() -> property.invalid("value", "is missing; expected a text"));
            if (properties.put(shortened(name), value) != null) {
                throw property.invalid("name", "is " + Fields.shown(name) + " a second time; expected it once");
            }
        });
        Optional<String> endpoint =
                fields.optionalText(ENDPOINT).or(() -> Optional.ofNullable(properties.get(ENDPOINT)));
        return new DataAddress(fields.text("endpointType"), endpoint, properties);
    }

    private static String shortened(String name) {
        return name.startsWith(EDC_NAMESPACE) ? name.substring(EDC_NAMESPACE.length()) : name;
    }

    /** Properties by name, so that the same address is always the same text. */
    static void write(JsonGenerator json, String name, DataAddress address) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("@type", "DataAddress");
        json.writeStringProperty("endpointType", address.endpointType());
        address.endpoint().ifPresent(each -> json.writeStringProperty("endpoint", each));
        if (!address.properties().isEmpty()) {
            json.writeName("endpointProperties");
            json.writeStartArray();
            new TreeMap<>(address.properties()).forEach((property, value) -> {
                json.writeStartObject();
                json.writeStringProperty("@type", "EndpointProperty");
                json.writeStringProperty("name", property);
                json.writeStringProperty("value", value);
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
