package org.oqiga.incident;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes incidents as KML 2.2, each with the span of its time, so that a globe plays them; coloured as on the map. */
public final class IncidentKml {

    private static final String KML = "http://www.opengis.net/kml/2.2";
    private static final String SCHEMA = "incident";
    // as the map has them, but in KML's order: opacity, blue, green, red
    private static final Map<IncidentType.Group, String> COLOURS = Map.of(
            IncidentType.Group.UNREST, "ff065fb4",
            IncidentType.Group.VIOLENCE, "ff2b18b2",
            IncidentType.Group.RESPONSE, "ffa56800",
            IncidentType.Group.DISRUPTION, "ff9a5a6a");
    private static final List<String> WHOLE_NUMBERS = List.of(
            "deaths",
            "deaths_low",
            "deaths_high",
            "injured",
            "injured_low",
            "injured_high",
            "arrested",
            "arrested_low",
            "arrested_high",
            "reports");
    private static final List<String> DECIMALS = List.of("uncertainty_km", "confidence");
    private static final List<String> FIELDS = fields();

    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    /** Begins the document; {@code out} is the caller's to flush and close. */
    public IncidentKml(OutputStream out, Provenance provenance) throws IOException {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace(KML);
            xml.writeStartElement("Document");
            element("name", "Oqiga incidents");
            element("description", "Query: " + provenance.query() + "\n" + Provenance.LICENCE);
            for (var type : IncidentType.values()) {
                style(type);
            }
            schema();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    public void write(IncidentRow incident) throws IOException {
        try {
            xml.writeStartElement("Placemark");
            xml.writeAttribute("id", "i" + incident.id().replaceAll("[^A-Za-z0-9._-]", "-"));
            element("name", incident.fact("title").orElse(""));
            element("description", description(incident));
            xml.writeStartElement("TimeSpan");
            element("begin", incident.fact("start").orElse(""));
            element("end", incident.fact("end").orElse(""));
            xml.writeEndElement();
            element("styleUrl", "#" + incident.fact("type").orElse(""));
            data(incident);
            xml.writeStartElement("Point");
            element("coordinates", incident.lon() + "," + incident.lat());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Ends the document. */
    public void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static List<String> fields() {
        var fields = new ArrayList<>(List.of("incident_id"));
        fields.addAll(IncidentRow.PROPERTIES);
        fields.addAll(List.of("quote", "source_reports", "source_urls", "attributions", "licence"));
        return List.copyOf(fields);
    }

    private static String value(IncidentRow incident, String field) {
        return switch (field) {
            case "incident_id" -> incident.id();
            case "quote" -> incident.ofSources("quote").stream().findFirst().orElse("");
            case "source_reports" -> String.join("; ", incident.ofSources("report"));
            case "source_urls" -> String.join("; ", incident.ofSources("url"));
            case "attributions" -> String.join("; ", incident.ofSources("attribution"));
            case "licence" -> Provenance.LICENCE;
            default -> incident.fact(field).orElse("");
        };
    }

    private static String description(IncidentRow incident) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < incident.sources(); i++) {
            lines.add("“" + incident.source(i, "quote").orElse("") + "” ("
                    + incident.source(i, "report").orElse("") + ")");
        }
        return String.join("\n", lines);
    }

    private void style(IncidentType type) throws XMLStreamException {
        xml.writeStartElement("Style");
        xml.writeAttribute("id", type.label());
        xml.writeStartElement("IconStyle");
        element("color", COLOURS.get(type.group()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void schema() throws XMLStreamException {
        xml.writeStartElement("Schema");
        xml.writeAttribute("name", SCHEMA);
        xml.writeAttribute("id", SCHEMA);
        for (var field : FIELDS) {
            xml.writeEmptyElement("SimpleField");
            xml.writeAttribute(
                    "type", WHOLE_NUMBERS.contains(field) ? "int" : DECIMALS.contains(field) ? "double" : "string");
            xml.writeAttribute("name", field);
        }
        xml.writeEndElement();
    }

    private void data(IncidentRow incident) throws XMLStreamException {
        xml.writeStartElement("ExtendedData");
        xml.writeStartElement("SchemaData");
        xml.writeAttribute("schemaUrl", "#" + SCHEMA);
        for (var field : FIELDS) {
            var value = value(incident, field);
            if (!value.isEmpty()) {
                xml.writeStartElement("SimpleData");
                xml.writeAttribute("name", field);
                characters(value);
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        characters(text);
        xml.writeEndElement();
    }

    /** Reports may hold signs that XML has no way to write. */
    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(NO_XML.matcher(text).replaceAll("\uFFFD"));
    }
}
