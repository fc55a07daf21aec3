package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;

/** Puts reports, with all that they name and tell, in place of what was there of them; within somebody's transaction. */
final class Shelf {

    private final ReportRows reports;
    private final CopyRows copies;
    private final MentionRows mentions;
    private final TellingRows tellings;
    private final IncidentRows incidents;
    private final Missed missed;

    Shelf(Connection connection, ReportRows reports, TellingRows tellings, IncidentRows incidents, Missed missed) {
        this.reports = reports;
        this.copies = new CopyRows(connection);
        this.mentions = new MentionRows(connection);
        this.tellings = tellings;
        this.incidents = incidents;
        this.missed = missed;
    }

    /** Stores all of them in a few statements; returns the blocks in which anything has changed. */
    List<Block> put(List<Intake.Read> reads) throws SQLException {
        var names = reads.stream().map(read -> read.report().name()).toList();
        var families = copies.families(names);
        var ids = reports.put(reads);
        var named = new TreeMap<Long, List<Place>>();
        var told = new TreeMap<Long, List<Incident>>();
        var more = missed.named(names);
        for (var read : reads) {
            var name = read.report().name();
            long id = ids.get(name);
            named.put(id, read.named());
            told.put(id, more.contains(name) ? missed.with(read.report(), read.told()) : read.told());
        }
        mentions.put(named);
        var before = tellings.takeOut(ids.values());
        tellings.put(told, before);
        var blocks = new ArrayList<Block>();
        told.values().forEach(each -> each.forEach(telling -> blocks.add(Block.of(telling))));
        var left = new ArrayList<String>();
        before.values().stream().flatMap(List::stream).forEach(telling -> {
            blocks.add(telling.block());
            telling.incidentId().ifPresent(left::add);
        });
        incidents.remember(left);
        blocks.addAll(tellings.blocksOfIncidents(left));
        var texts = reads.stream().map(read -> read.report().text()).toList();
        blocks.addAll(tellings.blocks(copies.find(texts, families)));
        return blocks;
    }
}
