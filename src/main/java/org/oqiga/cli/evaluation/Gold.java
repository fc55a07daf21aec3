package org.oqiga.cli.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oqiga.gazetteer.Spot;
import org.oqiga.incident.IncidentType;

/**
 * What a careful reader takes from one report.
 *
 * @param noIncidentAt places that are named in it, at which it tells of no incident
 */
public record Gold(
        String report, Optional<LocalDate> published, List<GoldIncident> incidents, Set<String> noIncidentAt) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Says what in a gold file is not as it should be. */
    public static final class BrokenGoldException extends Exception {

        BrokenGoldException(String message) {
            super(message);
        }
    }

    public Gold {
        incidents = List.copyOf(incidents);
        noIncidentAt = Set.copyOf(noIncidentAt);
    }

    /** Reads one gold file. */
    public static Gold read(Path file) throws IOException, BrokenGoldException {
        try {
            var root = JSON.readTree(Files.readAllBytes(file));
            var incidents = new ArrayList<GoldIncident>();
            for (var incident : root.path("incidents")) {
                incidents.add(incident(incident));
            }
            var without = new ArrayList<String>();
            root.path("no_incident_at").forEach(place -> without.add(place.asText()));
            return new Gold(
                    text(root, "report"),
                    Optional.ofNullable(root.path("published").textValue()).map(LocalDate::parse),
                    incidents,
                    Set.copyOf(without));
        } catch (JsonProcessingException e) {
            throw new BrokenGoldException(
                    "is not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BrokenGoldException("is no gold: " + e.getMessage());
        }
    }

    private static GoldIncident incident(JsonNode incident) {
        var types = new ArrayList<IncidentType>();
        for (var type : incident.path("types")) {
            types.add(IncidentType.of(type.asText())
                    .orElseThrow(() -> new IllegalArgumentException("there is no type \"" + type.asText() + "\"")));
        }
        Map<Figure, Set<Integer>> figures = new HashMap<>();
        for (var figure : Figure.values()) {
            var numbers = incident.path(figure.label());
            if (numbers.isInt()) {
                figures.put(figure, Set.of(numbers.intValue()));
            } else if (numbers.isArray()) {
                var any = new ArrayList<Integer>();
                numbers.forEach(number -> any.add(number.intValue()));
                figures.put(figure, Set.copyOf(any));
            }
        }
        return new GoldIncident(
                types,
                new GoldIncident.Where(
                        text(incident, "place"),
                        new Spot(
                                incident.path("lon").doubleValue(),
                                incident.path("lat").doubleValue()),
                        Breadth.of(text(incident, "level"))),
                LocalDate.parse(incident.at("/window/0").asText()),
                LocalDate.parse(incident.at("/window/1").asText()),
                text(incident, "quote"),
                figures,
                incident.path("optional").asBoolean(false));
    }

    private static String text(JsonNode node, String name) {
        var text = node.path(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return text;
    }
}
