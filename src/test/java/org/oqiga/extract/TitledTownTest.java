package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.report.Report;

/** A report whose title names one town is about that town, in whatever case, and whether or not its text says so. */
class TitledTownTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @Test
    void aTitleMayNameTheTownInAnotherCaseThanTheText() {
        assertEquals(
                List.of("Taraz"),
                places(
                        "ru",
                        "Тараз неделю спустя",
                        "Мы приехали в Тараз из Павлодара.\n\nВ среду толпа ворвалась в акимат."));
        assertEquals(
                List.of("Taraz"),
                places("ru", "Что было в Таразе", "Тараз, Павлодар, Семей.\n\nВ среду толпа ворвалась в акимат."));
    }

    @Test
    void theTextNeedNotNameTheTownOfTheTitle() {
        assertEquals(
                List.of("Taraz"),
                places(
                        "kk",
                        "Тараз: бір күннің шежіресі",
                        "Қазақстан тынышталды.\n\nСәрсенбіде тобыр дүкендерді тонады."));
    }

    @Test
    void aSquareCountsForItsTown() {
        assertEquals(
                List.of("Almaty"),
                places(
                        "ru",
                        "Рассказ очевидца",
                        "Алматы. Площадь Республики пуста. Площадь Республики в снегу.\n\nЗатем Семей.\n\n"
                                + "В среду толпа разграбила магазины."));
    }

    @Test
    void aTitleWithTwoTownsSettlesNothing() {
        assertEquals(
                List.of("Kazakhstan"),
                places("ru", "Тараз и Семей", "Казахстан приходит в себя.\n\nВ среду толпа разграбила магазины."));
    }

    @Test
    void theBuildingIsTheOneThatTheSentenceBeforeNames() {
        assertEquals(
                List.of("Taraz", "Taraz", "Taraz"),
                places(
                        "ru",
                        "Тараз",
                        "В среду люди ворвались в акимат Тараза. Вскоре здание горело. К вечеру загорелась"
                                + " прокуратура."));
    }

    private static List<String> places(String language, String title, String text) {
        return EXTRACTOR
                .read(new Report(
                        "a.txt",
                        text,
                        Optional.of(LocalDate.of(2022, 1, 7)),
                        language,
                        Optional.of(title),
                        Optional.empty()))
                .incidents()
                .stream()
                .map(incident -> incident.place().name())
                .sorted()
                .toList();
    }
}
