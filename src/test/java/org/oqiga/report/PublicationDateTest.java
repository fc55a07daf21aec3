package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "date 2022-01-06 Crowds gather                        | 2022-01-06",
                "January 6, 2022                                      | 2022-01-06",
                "May 9, 2022 at 2:36 PM                               | 2022-05-09",
                "Thursday, 6 January 2022 18:20 GMT                   | 2022-01-06",
                "Published: Jan. 6, 2022, 10:15 a.m. ET               | 2022-01-06",
                "2022-01-06T10:15:00+06:00                            | 2022-01-06",
                "6th January 2022, 4 min read                         | 2022-01-06",
                "06.01.2022 14:30                                     | 2022-01-06",
                "6 января 2022 г., 14:30                              | 2022-01-06",
                "Опубликовано: 6 января 2022                          | 2022-01-06",
                "2022 жылғы 6 қаңтар                                  | 2022-01-06",
                "01/13/2022                                           | 2022-01-13",
                "\"By A. Writer • January 6, 2022\"                   | 2022-01-06",
                "By A. Writer, published 6 January 2022 in Almaty     | 2022-01-06",
            })
    void aHeaderLineGivesTheDay(String line, LocalDate day) {
        assertEquals(Optional.of(day), PublicationDate.in(line + "\nCrowds gathered."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Protests began on January 2, 2022 in Zhanaozen.",
                "On 16 December 2011, police opened fire.",
                "Almaty, January 5, 2022",
                "05/01/2022",
                "31 June 2022",
            })
    void aDateThatIsToldIsNoDateOfPublication(String line) {
        assertEquals(Optional.empty(), PublicationDate.in(line + "\nMore text."));
    }

    @Test
    void theDayOfPublicationIsTakenBeforeTheDayOfAnUpdate() {
        assertEquals(
                Optional.of(LocalDate.of(2022, 1, 5)),
                PublicationDate.in("Updated: January 7, 2022\nPublished: January 5, 2022\nText."));
    }
}
