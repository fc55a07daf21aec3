package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class DocxTest {

    private static final String START = "<?xml version=\"1.0\"?><w:document"
            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>";
    private static final String END = "</w:t></w:r></w:p></w:body></w:document>";

    @Test
    void paragraphsAndTablesBecomeTextInTheirOrder() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle("Crowds gather in Aktau");
            document.getProperties().getCoreProperties().setCreator("Aliya Serik");
            document.createParagraph().createRun().setText("Crowds gathered in Aktau on Tuesday.");
            var row = document.createTable(1, 2).getRow(0);
            row.getCell(0).setText("Aktau");
            row.getCell(1).setText("12 detained");
            document.createParagraph().createRun().setText("They stayed until night.");
            document.write(out);
        }
        var report = read(out.toByteArray()).success().orElseThrow();
        assertEquals(
                "Crowds gathered in Aktau on Tuesday.\n\nAktau\t12 detained\n\nThey stayed until night.",
                report.text());
        assertEquals(Optional.of("Crowds gather in Aktau"), report.title());
        assertEquals(Optional.of("Aliya Serik"), report.author());
    }

    @Test
    void aDocumentThatUnpacksToGigabytesIsRefusedBeforeItDoes() throws IOException {
        var bomb = document("x".repeat(30 << 20));
        assertTrue(bomb.length < 100_000);
        assertEquals("grows beyond what a Word document may when it is unpacked", problem(bomb));
    }

    @Test
    void whatADocumentNamesOutsideOfItselfIsNotRead() throws IOException {
        var outside = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>";
        var problem = problem(
                zipped(START.replace("<w:document", outside + "<w:document") + "Read &secret; in Aktau." + END));
        assertTrue(problem.startsWith("is a broken Word document"), problem);
    }

    @Test
    void aDocumentThatIsCutOffSaysSo() throws IOException {
        var whole = document("Crowds gathered in Aktau.");
        assertTrue(problem(Arrays.copyOf(
                        whole, new String(whole, StandardCharsets.ISO_8859_1).indexOf("word/document.xml") + 40))
                .startsWith("is a broken Word document"));
    }

    @Test
    void anotherOfficeDocumentIsNoReport() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            part(zip, "xl/workbook.xml", "<workbook/>");
        }
        assertEquals("is no Word document, though it is named so", problem(out.toByteArray()));
    }

    private static byte[] document(String text) throws IOException {
        return zipped(START + text + END);
    }

    private static byte[] zipped(String main) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\"?><Types"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                            + "officedocument.wordprocessingml.document.main+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<?xml version=\"1.0\"?><Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"word/document.xml\"/></Relationships>");
            part(zip, "word/document.xml", main);
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Reading read(byte[] bytes) {
        return Reports.read(new Sent("a.docx", Optional.empty(), Optional.empty(), Optional.empty(), bytes));
    }

    private static String problem(byte[] bytes) {
        return read(bytes).failure().orElseThrow().message();
    }
}
