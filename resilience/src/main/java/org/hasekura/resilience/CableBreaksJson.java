package org.hasekura.resilience;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part about cables of {@link BreaksReportJson}. */
final class CableBreaksJson {

    private CableBreaksJson() {}

    static void put(ObjectNode object, CableBreaks breaks) {
        CountryCables countries = breaks.countries();
        object.put("countries", countries.countries().size());
        object.put("cables", countries.map().cables().size());
        object.put("parts", countries.parts());
        putPoints(object.putArray("articulationCables"), countries.articulationCables());
        putPoints(object.putArray("articulationCountries"), countries.articulationCountries());
        ReportJson.texts(object, "countriesOnOneCable", countries.onOneCable());
        ObjectNode cut = object.putObject("cut");
        ReportJson.texts(cut, "from", breaks.from());
        ReportJson.texts(cut, "to", breaks.to());
        cut.put("possible", breaks.cut().isPossible());
        if (breaks.cut().isPossible()) {
            cut.put("value", breaks.cut().value());
        } else {
            cut.putNull("value");
        }
        ReportJson.texts(cut, "cables", breaks.cut().cables());
        ReportJson.texts(cut, "landingInBoth", breaks.landingInBoth());
        putSegments(object.putObject("segments"), breaks);
    }

    private static void putPoints(ArrayNode array, List<CountryCables.Point> points) {
        points.forEach(each -> array.addObject().put("id", each.id()).put("cutOff", each.cutOff()));
    }

    private static void putSegments(ObjectNode object, CableBreaks breaks) {
        CableSegments segments = breaks.segments();
        object.put("count", segments.cableSegmentCount());
        ObjectNode cut = object.putObject("cut");
        cut.put("possible", breaks.segmentCut().isPossible());
        if (breaks.segmentCut().isPossible()) {
            cut.put("value", breaks.segmentCut().value());
        } else {
            cut.putNull("value");
        }
        putLinks(cut.putArray("segments"), segments, breaks.segmentCut().links());
        ObjectNode shared = object.putObject("cutWithCorridors");
        SharedRisk.Cheapest cheapest = breaks.cutWithCorridors();
        shared.put("possible", cheapest.isPossible());
        if (cheapest.isPossible()) {
            shared.put("value", cheapest.value());
        } else {
            shared.putNull("value");
        }
        ReportJson.texts(shared, "corridors", cheapest.groups());
        putLinks(shared.putArray("segments"), segments, cheapest.links());
        ArrayNode corridors = object.putArray("corridors");
        for (CableBreaks.CorridorLoss each : breaks.corridors()) {
            ObjectNode corridor = corridors.addObject().put("id", each.id());
            ReportJson.texts(corridor, "cables", each.cables());
            corridor.put("segmentsLost", each.segmentsLost());
            corridor.put("segmentCutAfter", each.segmentCutAfter());
            ReportJson.texts(corridor, "cutOff", each.cutOff());
        }
    }

    private static void putLinks(ArrayNode array, CableSegments segments, List<Integer> links) {
        for (int link : links) {
            CableSegments.Segment segment = segments.segments().get(link);
            array.addObject()
                    .put("cable", segment.cable())
                    .put("from", segments.places().get(segment.from()))
                    .put("to", segments.places().get(segment.to()));
        }
    }
}
