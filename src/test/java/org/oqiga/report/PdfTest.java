package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final String[] LINES = {
        "January 6, 2022",
        "",
        "Hundreds of people gathered in",
        "Aktau on Tuesday, and demon-",
        "strators stayed.",
        "",
        "1"
    };

    @Test
    void linesBecomeParagraphsAndPartedWordsWhole() throws IOException {
        var report = read(pdf("", LINES)).success().orElseThrow();
        assertEquals(
                "January 6, 2022\n\nHundreds of people gathered in Aktau on Tuesday, and demonstrators stayed.",
                report.text());
        assertEquals(Optional.of(LocalDate.of(2022, 1, 6)), report.published());
    }

    @Test
    void aPdfIsKnownByItsBeginningWhateverItsName() throws IOException {
        var reading =
                new Reports(Optional.empty()).read("report.txt", pdf("", LINES)).get(0);
        assertTrue(reading.success().orElseThrow().text().contains("Aktau"));
    }

    @Test
    void aPdfWithoutTextSaysThatItIsAScan() throws IOException {
        assertTrue(problem(pdf("")).contains("scan"));
    }

    @Test
    void aPdfBehindAPasswordSaysSo() throws IOException {
        assertTrue(problem(pdf("secret", LINES)).contains("password"));
    }

    @Test
    void aPdfThatUnpacksToGigabytesIsRefusedBeforeItDoes() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write("%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n".getBytes());
        try (var zeros = new java.util.zip.DeflaterOutputStream(packed)) {
            zeros.write(new byte[300 << 20]);
        }
        assertTrue(packed.size() < 1 << 20);
        assertEquals("grows beyond what a report may when it is unpacked", problem(packed.toByteArray()));
    }

    @Test
    void aPdfThatIsCutOffSaysSo() throws IOException {
        var reading = read(Arrays.copyOf("%PDF-1.7 and then nothing".getBytes(), 20));
        assertTrue(reading.failure().orElseThrow().message().contains("broken PDF"));
    }

    private static Reading read(byte[] bytes) {
        return new Reports(Optional.empty()).read("report.pdf", bytes).get(0);
    }

    private static String problem(byte[] bytes) {
        return read(bytes).failure().orElseThrow().message();
    }

    private static byte[] pdf(String password, String... lines) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(70, 700);
                for (var line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, -15);
                }
                content.endText();
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
