package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oqiga.report.Words;

/** The many ways in which English reports put each type of incident. */
class EnglishWordingsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "protest | Several hundred pensioners stood on the square in the rain.",
                "protest | Students outside the university held up blank sheets and placards.",
                "protest | Drivers blocked the highway with lorries.",
                "protest | Miners refused to work and stayed underground.",
                "protest | Women burned their headscarves while the crowd sang.",
                "protest | Shopkeepers joined the strike.",
                "protest | The price of bread brought thousands onto the streets.",
                "riot | A mob wrecked the museum.",
                "riot | Youths overturned a police car.",
                "riot | The crowd tore the sign from the gate.",
                "seizure | Demonstrators walked into the studio of the broadcaster.",
                "seizure | The palace fell to a crowd of students.",
                "seizure | Protesters scaled the fence of the parliament.",
                "seizure | Rioters made it into the police station.",
                "arson | The shop was set on fire.",
                "arson | Black smoke rose over the town hall.",
                "arson | Two burnt-out buses blocked the bridge.",
                "clash | Police fired volleys of tear gas at the marchers.",
                "clash | A crowd put the police to flight.",
                "clash | Officers charged at the crowd and broke up the vigil.",
                "attack | Soldiers shot three students.",
                "attack | Two men were shot and killed by the police.",
                "attack | A van ran over a protester.",
                "attack | Troops sprayed bullets at the convoy.",
                "casualties | Forty people were taken to hospital.",
                "casualties | The unrest claimed the lives of nine people.",
                "arrest | Police dragged a dozen people into a bus.",
                "arrest | The editor was placed under house arrest.",
                "arrest | Police put about thirty women into vans.",
                "emergency | The capital was placed under curfew.",
                "emergency | Public gatherings were banned for a month.",
                "emergency | The governor imposed martial law.",
                "blackout | The whole country went offline at noon.",
                "blackout | Mobile data slowed to a crawl.",
                "blackout | The state broadcaster went off the air.",
                "blackout | Internet service was partially restored.",
                "deployment | Armoured cars took up positions at the crossroads.",
                "deployment | Tanks rolled into the city.",
                "deployment | The last peacekeepers left the country.",
                "operation | Soldiers patrolled the city.",
                "operation | Troops stormed the radio station.",
                "operation | Security men went from house to house.",
                "operation | The president gave the order to fire without warning.",
                "politics | The president reshuffled his cabinet.",
                "politics | The prime minister was reinstated.",
                "politics | The government promised to cut the price of gas.",
                "disruption | Shops were shut and trains no longer stop at the station.",
                "disruption | The airport was closed until Saturday.",
                "disruption | Banks remained closed.",
            })
    void aWordingTellsOfItsType(String type, String sentence) {
        var text = Tagged.of(Words.of(sentence, "en"), Lexicon.of("en"));
        var types = LeadFinder.find(text).stream()
                .map(lead -> lead.rule().type().label())
                .toList();

        assertTrue(types.contains(type), () -> sentence + " gives " + types);
    }

    @ParameterizedTest(name = "nothing: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A rally was held for the visitors of the fair.|arrest",
                "The government announced a halt to increases in bills.|disruption",
                "Police officers were killed on the bridge.|attack",
                "Three metro lines are working with restrictions.|blackout",
            })
    void aWordingThatOnlyLooksLikeItDoesNot(String sentence, String type) {
        var text = Tagged.of(Words.of(sentence, "en"), Lexicon.of("en"));

        assertEquals(
                0,
                LeadFinder.find(text).stream()
                        .filter(lead -> lead.rule().type().label().equals(type))
                        .count());
    }
}
