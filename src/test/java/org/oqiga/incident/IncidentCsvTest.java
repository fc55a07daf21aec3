package org.oqiga.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentCsvTest {

    @Test
    void aNumberStaysANumberWestOfGreenwichToo() throws IOException {
        var cells = cells("'Crowds gather'", "{'report':'a.txt'}");
        assertEquals(List.of("-70.65", "-33.44"), cells.subList(1, 3));
        assertEquals("POINT (-70.65 -33.44)", cells.get(cells.size() - 3));
    }

    @Test
    void whatASpreadsheetWouldReckonIsMarkedAsText() throws IOException {
        for (var title : List.of("=1+1", "+7 701 000 00 00", "-2", "@all", "=a,b", "\\t=x")) {
            var shown = cells("'" + title + "'", "{'report':'=cmd.txt','quote':'=2'}");
            assertEquals("'" + title.replace("\\t", "\t"), shown.get(3));
            assertEquals("'=cmd.txt", ofSource(shown, 0));
            assertEquals("'=2", ofSource(shown, 3));
        }
    }

    @Test
    void textWithCommasQuotesAndLinesComesBackAsItWas() throws IOException {
        var cells = cells(
                "'Жаңаөзен, \\\"Мунай\\\"\\nalaŋ \\u0416'",
                "{'report':'a, b.txt','quote':'One, \\\"two\\\"'},{'report':'c.txt','url':'https://example.org/1'}");
        assertEquals("Жаңаөзен, \"Мунай\"\nalaŋ Ж", cells.get(3));
        assertEquals("a, b.txt; c.txt", ofSource(cells, 0));
        assertEquals("https://example.org/1", ofSource(cells, 1));
        assertEquals("One, \"two\"", ofSource(cells, 3));
    }

    @Test
    void actorsStandInOneCellAndWhatIsNullInAnEmptyOne() throws IOException {
        var cells = cells("'Clash','actors':['police','miners, oil workers'],'deaths':null,'injured':3", "");
        assertEquals("police; miners, oil workers", fact(cells, "actors"));
        assertEquals("", fact(cells, "deaths"));
        assertEquals("3", fact(cells, "injured"));
        assertEquals("", ofSource(cells, 3));
    }

    private static String fact(List<String> cells, String name) {
        return cells.get(3 + IncidentRow.PROPERTIES.indexOf(name));
    }

    /** Of the reports, addresses, attributions and quote. */
    private static String ofSource(List<String> cells, int number) {
        return cells.get(3 + IncidentRow.PROPERTIES.size() + number);
    }

    /** The one row of an incident, taken apart as RFC 4180 has it; in {@code title} more properties may follow. */
    private static List<String> cells(String title, String sources) throws IOException {
        var feature =
                "{'type':'Feature','id':'1','geometry':{'type':'Point','coordinates':[-70.65,-33.44]},'properties':{'title':"
                        + title + ",'sources':[" + sources + "]}}";
        var out = new ByteArrayOutputStream();
        IncidentCsv.of(out, new Provenance("all"))
                .write(IncidentRow.of(feature.replace('\'', '"').getBytes(UTF_8)));
        var text = out.toString(UTF_8);
        return split(text.substring(text.indexOf("\r\n") + 2));
    }

    private static List<String> split(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                if (quoted && row.charAt(i + 1) == '"') {
                    cell.append(row.charAt(++i));
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\r')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        assertEquals("\n", cell.toString());
        return cells;
    }
}
