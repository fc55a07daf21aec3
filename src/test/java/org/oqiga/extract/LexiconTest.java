package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;
import org.oqiga.report.Words;

class LexiconTest {

    @Test
    void inRussianTheCaseTellsWhoActs() {
        assertEquals(List.of(IncidentType.SEIZURE), types("ru", "Здание акимата захватили неизвестные."));
        assertEquals(List.of(), types("ru", "Полиция захватила здание, где прятался угонщик."));
    }

    @Test
    void aRussianInfinitiveCountsOnlyBehindAnAttempt() {
        assertEquals(List.of(IncidentType.SEIZURE), types("ru", "Толпа пыталась ворваться в мэрию."));
        assertEquals(List.of(), types("ru", "Ворваться в мэрию непросто."));
    }

    @Test
    void noFewerThanIsNoNegation() {
        assertEquals(List.of(Optional.empty()), doubts("ru", "Арестованы не менее сорока человек."));
        assertEquals(List.of(Optional.of(Skip.Reason.NEGATED)), doubts("ru", "Полиция никого не задержала."));
    }

    @Test
    void aKazakhVerbSaysNoByItsEnding() {
        assertEquals(List.of(IncidentType.PROTEST), types("kk", "Тұрғындар алаңға шықты."));
        assertEquals(List.of(), types("kk", "Тұрғындар алаңға шықпады."));
    }

    @Test
    void aKazakhDenialStandsBehindWhatItDenies() {
        assertEquals(
                List.of(Optional.of(Skip.Reason.HYPOTHETICAL)),
                doubts("kk", "Әуежай басып алынды деген хабарды министрлік жоққа шығарды."));
    }

    @Test
    void aConverbWithACommaEndsAKazakhClause() {
        var text = tagged("kk", "Топ әкімдікті басып алып, терезелерді сындырды.");

        assertNotEquals(text.clause(0), text.clause(text.size() - 2));
        assertEquals(text.clause(0), text.clause(3));
    }

    @Test
    void aRussianVerbTellsTheSameInBothAspectsAndInThePassive() {
        for (String text :
                List.of("Толпа переворачивала машины.", "Машину перевернули.", "Подростки опрокидывали автомобили.")) {
            assertEquals(List.of(IncidentType.RIOT), types("ru", text), text);
        }
        for (String text : List.of("Люди поджигали киоски.", "Киоск подожжён.", "Прохожие видели, как жгут киоски.")) {
            assertEquals(List.of(IncidentType.ARSON), types("ru", text), text);
        }
    }

    @Test
    void aRussianCheckIsAnOperationAndACrowdThatWillNotGoAProtest() {
        assertEquals(List.of(IncidentType.OPERATION), types("ru", "На мосту патрульные досматривают машины."));
        assertEquals(List.of(IncidentType.OPERATION), types("ru", "Улица оцеплена."));
        assertEquals(List.of(IncidentType.PROTEST), types("ru", "Сотни горожан остаются на площади."));
        assertEquals(List.of(Optional.empty()), doubts("ru", "Забастовка не прекращается."));
    }

    @Test
    void shopsThatSufferedAreDamageAndPeopleWhoDidAreCasualties() {
        assertEquals(List.of(IncidentType.RIOT), types("ru", "Пострадали 15 магазинов."));
        assertEquals(List.of(IncidentType.CASUALTIES), types("ru", "Пострадали 15 человек."));
    }

    @Test
    void aKazakhPassiveOrConverbTellsTheSameAsTheActiveVerb() {
        for (String text : List.of(
                "Полиция үш белсендіні қолға түсірді.",
                "Үш белсенді қолға түсті.",
                "Үш белсенді қамауға алынып жатыр.")) {
            assertEquals(List.of(IncidentType.ARREST), types("kk", text), text);
        }
        for (String text : List.of("Тобыр дүкенді талқандады.", "Дүкен талқандалды.", "Дүкендер талқандалуда.")) {
            assertEquals(List.of(IncidentType.RIOT), types("kk", text), text);
        }
    }

    @Test
    void whoHoldsAPosterInKazakhIsNotHeld() {
        assertEquals(List.of(), types("kk", "Қыз плакат ұстап тұрды."));
    }

    private static List<IncidentType> types(String language, String text) {
        return LeadFinder.find(tagged(language, text)).stream()
                .map(lead -> lead.rule().type())
                .toList();
    }

    private static List<Optional<Skip.Reason>> doubts(String language, String text) {
        var tagged = tagged(language, text);
        var doubt = new Doubt(tagged);
        return LeadFinder.find(tagged).stream().map(doubt::of).toList();
    }

    private static Tagged tagged(String language, String text) {
        return Tagged.of(Words.of(text, language), Lexicon.of(language));
    }
}
