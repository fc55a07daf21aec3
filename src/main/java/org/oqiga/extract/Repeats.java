package org.oqiga.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.incident.IncidentType;

/** Joins what a report tells twice: one type, one place, one time is one incident. */
final class Repeats {

    /** An incident of the report: the firmest telling of it, and the others in the order of the text. */
    record Told(Draft firmest, List<Draft> others) {}

    /** Longer than this many days is no time that something happened at, but one that things happened in. */
    private static final int ERA_DAYS = 14;

    /** How many sentences back it was told what another one is added to. */
    private static final int JUST_BEFORE = 2;

    private final Gazetteer gazetteer;

    Repeats(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Told> join(List<Draft> drafts) {
        List<Told> told = new ArrayList<>();
        Map<IncidentType, Tellings> ofType = new EnumMap<>(IncidentType.class);
        for (var draft : drafts) {
            var alike = ofType.computeIfAbsent(draft.type(), type -> new Tellings(gazetteer));
            int same = alike.first(draft, i -> same(told.get(i).firmest(), draft));
            if (same < 0) {
                alike.add(told.size(), draft);
                told.add(new Told(draft, new ArrayList<>()));
            } else if (draft.firmness() > told.get(same).firmest().firmness()) {
                var others = told.get(same).others();
                others.add(0, told.get(same).firmest());
                alike.remove(same, told.get(same).firmest());
                alike.add(same, draft);
                told.set(same, new Told(draft, others));
            } else {
                told.get(same).others().add(draft);
            }
        }
        return told;
    }

    private boolean same(Draft a, Draft b) {
        return samePlace(a, b)
                && sameTime(a, b)
                && !otherVictims(a, b)
                && !otherSide(a, b)
                && !otherTarget(a, b)
                && !orderAndDeed(a, b)
                && !isAnother(a, b);
    }

    private boolean samePlace(Draft a, Draft b) {
        if (a.place().id().equals(b.place().id())) {
            return true;
        }
        if (a.headline()
                ? gazetteer.contains(a.place(), b.place())
                : b.headline() && gazetteer.contains(b.place(), a.place())) {
            return true;
        }
        boolean site = a.place().level() == PlaceLevel.SITE ^ b.place().level() == PlaceLevel.SITE;
        return site
                && (a.place().level() == PlaceLevel.TOWN || b.place().level() == PlaceLevel.TOWN)
                && (gazetteer.contains(a.place(), b.place()) || gazetteer.contains(b.place(), a.place()))
                && (a.placed() == Placing.Basis.PASSAGE
                        || b.placed() == Placing.Basis.PASSAGE
                        || a.sentence() == b.sentence());
    }

    /** A date that was only guessed never keeps two tellings apart. */
    private static boolean sameTime(Draft a, Draft b) {
        boolean guessed = a.timed().guessed() || b.timed().guessed();
        boolean recent = Math.abs(
                        a.period().lastDay().toEpochDay() - b.period().lastDay().toEpochDay())
                <= 10;
        return a.period().meets(b.period()) && !isEra(a, b) && !isEra(b, a) || (guessed && recent);
    }

    /** Whether one is told of a stretch of time, as "the protests of 2019", and the other of a day in it. */
    private static boolean isEra(Draft era, Draft day) {
        return era.period().length() > ERA_DAYS && day.period().length() <= 2;
    }

    /** The police firing on a crowd and the crowd attacking the police are two attacks. */
    private static boolean otherSide(Draft a, Draft b) {
        return a.type() == IncidentType.ATTACK
                && a.side() != b.side()
                && a.side() != Side.UNKNOWN
                && b.side() != Side.UNKNOWN;
    }

    /** The city hall and the airport stormed are two incidents; a sentence about a government and its ministers tells of one. */
    private static boolean otherTarget(Draft a, Draft b) {
        boolean oneChange = a.type() == IncidentType.POLITICS && a.sentence() == b.sentence();
        return !oneChange
                && !a.target().isEmpty()
                && !b.target().isEmpty()
                && !a.target().equals(b.target());
    }

    /** "The residence was burning as well": another one than what was told just before. */
    private static boolean isAnother(Draft a, Draft b) {
        return b.another() && b.sentence() > a.sentence() && b.sentence() - a.sentence() <= JUST_BEFORE;
    }

    /** An order to shoot and streets that are cleared are two operations. */
    private static boolean orderAndDeed(Draft a, Draft b) {
        return a.type() == IncidentType.OPERATION
                && a.lead().rule().is(Rule.Trait.PROMISE) != b.lead().rule().is(Rule.Trait.PROMISE);
    }

    /** Two tolls with figures from different sentences are about different victims. */
    private static boolean otherVictims(Draft a, Draft b) {
        if (a.claims().isEmpty() || b.claims().isEmpty()) {
            return false;
        }
        boolean otherFigures = false;
        for (var one : a.claims()) {
            for (var other : b.claims()) {
                if (one.kind() == other.kind() && one.number() == other.number()) {
                    return false;
                }
                otherFigures |= one.kind() == other.kind();
            }
        }
        return otherFigures;
    }
}
