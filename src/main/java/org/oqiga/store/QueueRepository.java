package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads what needs a person's eyes: the least sure and the gravest first, each with its reasons. */
@ApplicationScoped
public class QueueRepository {

    /** How much it matters that the extraction may be wrong: by whom it befell, by how many tell it, by what it is. */
    private static final String IMPACT =
            """
            1 + ln(1 + 3 * coalesce(upper(deaths) - 1, 0) + coalesce(upper(injured) - 1, 0)
                     + 0.1 * coalesce(upper(arrested) - 1, 0))
              + 0.5 * ln(greatest(1, reports))
              + CASE WHEN type IN ('casualties', 'attack', 'clash') THEN 1 WHEN type IN ('riot', 'seizure', 'arson', 'emergency',
                  'operation') THEN 0.5 ELSE 0 END""";

    /** What speaks for another look, 0 for nothing: doubt, claims apart, a place or a day that says little, a dispute. */
    private static final String NEED =
            """
            1 - confidence
              + 0.3 * greatest(%s, %s, %s)
              + CASE WHEN level IN ('region', 'country') OR uncertainty_km > 25 THEN 0.1 ELSE 0 END
              + CASE WHEN precision IN ('week', 'month', 'year') THEN 0.1 ELSE 0 END
              + CASE WHEN assertion IN ('claimed', 'denied') THEN 0.1 ELSE 0 END
              + CASE WHEN status = 'disputed' THEN 0.3 ELSE 0 END"""
                    .formatted(spread("deaths"), spread("injured"), spread("arrested"));

    private static final String REASONS = reasons(
            "CASE WHEN status = 'disputed' THEN 'somebody disputes it' END",
            "CASE WHEN confidence < 0.4 THEN 'very low confidence' WHEN confidence < 0.7 THEN 'low confidence' END",
            claim("deaths", "killed"),
            claim("injured", "injured"),
            claim("arrested", "arrested"),
            "CASE WHEN type IN ('casualties', 'attack', 'clash') THEN 'violence' END",
            "CASE WHEN reports > 2 THEN 'told by ' || reports || ' reports' END",
            "CASE WHEN level = 'country' THEN 'only its country is known' WHEN level = 'region' THEN 'only its region"
                    + " is known' WHEN uncertainty_km > 25 THEN 'its place is vague' END",
            "CASE WHEN precision IN ('week', 'month', 'year') THEN 'only its ' || precision || ' is known' END",
            "CASE WHEN assertion IN ('claimed', 'denied') THEN assertion || ', not stated' END");

    private static final String QUEUE =
            """
            SELECT json_build_object('total', (SELECT count(*) FROM incident WHERE %1$s))::text, (
                     SELECT coalesce(string_agg(entry, ',' ORDER BY need DESC, id), '') FROM (
                       SELECT id, (%2$s) * (%3$s) AS need,
                              left(feature, -1) || ',"reasons":' || to_json(%4$s)::text || '}' AS entry
                         FROM incident WHERE %1$s ORDER BY need DESC, id LIMIT ?) first), (
                     SELECT coalesce(json_agg(orphan ORDER BY orphan ->> 'at' DESC), '[]')::text FROM (
                       SELECT json_build_object('kind', 'correction', 'incident', c.incident_id, 'fields', c.patch, 'who', c.who,
                                'at', c.at, 'now', (SELECT t.incident_id FROM telling t WHERE t.id = c.incident_id),
                                'change', h.id) AS orphan
                         FROM correction c
                         LEFT JOIN LATERAL (SELECT id, what, undone_by FROM history WHERE incidents @> ARRAY[c.incident_id]
                                             ORDER BY id DESC LIMIT 1) h ON true
                        WHERE c.patch <> '{}' AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = c.incident_id)
                          AND (h.what IS NULL OR h.what <> 'merged' OR h.undone_by IS NOT NULL)
                       UNION ALL
                       SELECT json_build_object('kind', 'missed', 'incident', m.id, 'report', m.report,
                                'quote', m.body #> '{properties,sources,0,quote}', 'type', m.body #> '{properties,type}',
                                'place', m.body #> '{properties,place}', 'who', m.who, 'at', m.at,
                                'change', (SELECT max(id) FROM history WHERE touches @> ARRAY['the telling ' || m.id]))
                         FROM missed m
                        WHERE NOT m.gone AND NOT EXISTS (SELECT 1 FROM telling t WHERE t.id = m.id)) waiting)
            """;
    private static final String OPEN = " AND status NOT IN ('verified', 'rejected')";

    private final Transactions transactions;

    public QueueRepository(DataSource database) {
        this.transactions = new Transactions(database, "could not read the queue");
    }

    private static String reasons(String... reasons) {
        return Stream.of(reasons).collect(Collectors.joining(", ", "array_remove(ARRAY[", "], NULL)"));
    }

    /** How far apart the claims are, as a share of the highest. */
    private static String spread(String figure) {
        return "coalesce((upper(%1$s) - 1 - lower(%1$s))::float8 / greatest(1, upper(%1$s) - 1), 0)".formatted(figure);
    }

    private static String claim(String figure, String befell) {
        return ("CASE WHEN upper(%1$s) - lower(%1$s) > 1 THEN 'reports give from ' || lower(%1$s) || ' to ' ||"
                        + " upper(%1$s) - 1 || ' %2$s' WHEN upper(%1$s) > 1 THEN upper(%1$s) - 1 || ' %2$s' END")
                .formatted(figure, befell);
    }

    /** The first incidents of the filter that want a look, and what people did that waits for its incident, as a JSON object. */
    public String first(IncidentFilter filter, int limit) {
        var conditions = Conditions.of(filter);
        var sql = QUEUE.formatted(conditions.sql() + OPEN, NEED, IMPACT, REASONS);
        return transactions
                .ask(
                        sql,
                        statement -> {
                            int next = conditions.bind(statement, 1);
                            statement.setInt(conditions.bind(statement, next), limit);
                        },
                        rows -> "{\"incidents\":[" + rows.getString(2) + "],\"orphans\":" + rows.getString(3) + ","
                                + rows.getString(1).strip().substring(1) + "\n")
                .orElseThrow();
    }
}
