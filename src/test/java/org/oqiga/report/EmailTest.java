package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailTest {

    private static final String HEAD =
            "From: Aliya Serik <desk@example.org>\r\nSubject: Fwd: Crowds gather in Aktau\r\n"
                    + "Date: Thu, 6 Jan 2022 02:30:00 +0600 (ALMT)\r\nMIME-Version: 1.0\r\n";

    @Test
    void subjectDayAndTextAreThoseOfTheMail() {
        var report = read(HEAD + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "Hundreds of people =E2=80=94 most of them young =E2=80=94 gath=\r\n"
                + "ered.\r\n\r\n"
                + "-- \r\n"
                + "The desk\r\n");
        assertEquals("Crowds gather in Aktau\n\nHundreds of people — most of them young — gathered.", report.text());
        assertEquals(Optional.of("Crowds gather in Aktau"), report.title());
        assertEquals(Optional.of("Aliya Serik"), report.author());
        assertEquals(Optional.of(LocalDate.of(2022, 1, 6)), report.published());
    }

    @Test
    void plainTextIsPreferredToHtmlAndAttachmentsThatCanBeReadAreReadToo() {
        var attached = Base64.getMimeEncoder()
                .encodeToString("Twelve people were detained.".getBytes(StandardCharsets.UTF_16));
        var report = read(HEAD + "Content-Type: multipart/mixed; boundary=m\r\n\r\n"
                + "--m\r\n"
                + "Content-Type: multipart/alternative; boundary=a\r\n\r\n"
                + "--a\r\n"
                + "Content-Type: text/html\r\n\r\n"
                + "<p>As a page.</p>\r\n"
                + "--a\r\n"
                + "Content-Type: text/plain; charset=windows-1251\r\n\r\n"
                + "As text.\r\n"
                + "--a--\r\n"
                + "--m\r\n"
                + "Content-Type: image/png\r\n"
                + "Content-Disposition: attachment; filename=a.png\r\n\r\n"
                + "\u0089PNG\r\n"
                + "--m\r\n"
                + "Content-Type: application/octet-stream\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment;"
                + " filename=\"list.txt\"\r\n\r\n" + attached + "\r\n--m--\r\n");
        assertEquals("Crowds gather in Aktau\n\nAs text.\n\nTwelve people were detained.", report.text());
    }

    @Test
    void anHtmlMailIsReadAsAPage() {
        var report = read(HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html lang=en><head><style>p {}</style></head><body><p>Crowds gather in Aktau</p><p>Nobody"
                + " left.</p>");
        assertEquals("Crowds gather in Aktau\n\nNobody left.", report.text());
    }

    @Test
    void aMailOfAPictureAloneSaysThatItHasNoText() {
        var problem = problem(HEAD + "Content-Type: image/png\r\n\r\n\u0089PNG\r\n");
        assertEquals("is an e-mail without text; a report needs some", problem);
    }

    @Test
    void partsInPartsBeyondNumberAreRefused() {
        var deep = new StringBuilder(HEAD);
        for (int i = 0; i < 3000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        var problem = problem(deep + "Content-Type: text/plain\r\n\r\nAt the bottom.\r\n");
        assertEquals("is an e-mail of parts in parts beyond number", problem);
    }

    @Test
    void whatHasNoHeaderIsNoMail() {
        assertFalse(problem("\r\nJust text.\r\n").isEmpty());
    }

    @Test
    void aMailWithinAMailIsReadWithIt() {
        var report = read(HEAD + "Content-Type: multipart/mixed; boundary=m\r\n\r\n"
                + "--m\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
                + "--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: The wire\r\nContent-Type: text/plain\r\n\r\n"
                + "Shops were looted.\r\n--m--\r\n");
        assertTrue(report.text().endsWith("See below.\n\nThe wire\n\nShops were looted."), report.text());
    }

    private static Report read(String mail) {
        return reading(mail).success().orElseThrow();
    }

    private static String problem(String mail) {
        return reading(mail).failure().orElseThrow().message();
    }

    private static Reading reading(String mail) {
        return Reports.read(new Sent(
                "a.eml",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                mail.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
