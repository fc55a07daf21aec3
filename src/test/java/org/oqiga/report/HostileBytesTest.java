package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, they are a report or are refused with a reason; nothing breaks and nothing hangs. */
class HostileBytesTest {

    private static final int TIMES = Integer.getInteger("oqiga.fuzz.times", 1500);
    private static final long SEED = Long.getLong("oqiga.fuzz.seed", 20220105);
    private static final Duration TOO_LONG = Duration.ofSeconds(10);

    @Test
    void everyReaderAnswersWhateverTheBytes() throws IOException {
        var wrong = new ArrayList<String>();
        var answers = new TreeMap<String, Integer>();
        for (var good : corpus().entrySet()) {
            var mutation = new Mutation(SEED + good.getKey().hashCode());
            for (int i = 0; i < TIMES; i++) {
                var bytes = mutation.of(good.getValue());
                long begun = System.nanoTime();
                try {
                    var read = Reports.read(
                            new Sent(good.getKey(), Optional.empty(), Optional.empty(), Optional.empty(), bytes));
                    answers.merge(good.getKey() + (read.success().isPresent() ? " read" : " refused"), 1, Integer::sum);
                    send(good.getKey(), bytes);
                } catch (RuntimeException | StackOverflowError fault) {
                    wrong.add(good.getKey() + " " + i + ": " + fault + " "
                            + List.of(fault.getStackTrace()).subList(0, Math.min(3, fault.getStackTrace().length)));
                }
                if (System.nanoTime() - begun > TOO_LONG.toNanos()) {
                    wrong.add(good.getKey() + " " + i + " took too long");
                }
            }
        }
        System.err.println("seed " + SEED + ": " + answers);
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())), "seed " + SEED);
    }

    private static void send(String name, byte[] bytes) {
        try {
            new Parcel(Optional.empty()).add(Optional.of(name), Optional.empty(), bytes);
        } catch (Parcel.Refused e) {
            return; // with a reason
        }
    }

    private static Map<String, byte[]> corpus() throws IOException {
        var page = "<!DOCTYPE html><html lang=\"ru\"><head><meta charset=utf-8><title>T</title><meta"
                + " property=\"article:published_time\" content=\"2022-01-06T10:00:00+06:00\"><script"
                + " type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2022-01-06\"}</script></head><body><nav>Menu</nav><article><h1>Shops"
                + " were looted</h1><p>Crowds gathered in Aktau.</p></article></body></html>";
        var prose = "<p>Crowds gathered in the square, and they stayed, said a witness, until night.</p>".repeat(10);
        var attached = Base64.getMimeEncoder().encodeToString(docx());
        var mail = "From: a@b\r\n"
                + "Subject: =?utf-8?Q?Crowds?=\r\n"
                + "Date: Thu, 6 Jan 2022 02:30:00 +0600\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n"
                + "Content-Type: text/plain; charset=koi8-r\r\n\r\n"
                + "Text.\r\n"
                + "--b\r\n"
                + "Content-Type: application/octet-stream\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment;"
                + " filename=a.docx\r\n\r\n" + attached + "\r\n--b--\r\n";
        return Map.of(
                "a.html", utf8(page),
                "b.html", utf8("<body><div class=menu><a href=x>x</a></div><div>" + prose + "</div></body>"),
                "c.txt", utf8("date 2022-01-06\nShops were looted\n\nҚалада дүкендер тоналды.\n"),
                "d.jsonl",
                        utf8("{\"name\":\"a\",\"text\":\"Т\",\"published\":\"2022-01-06\"}\n"
                                + "{\"name\":\"b\",\"text\":\"U\"}\n"),
                "e.json", utf8("{\"name\":\"a\",\"text\":\"T\\u0000\",\"url\":\"https://a.example/\",\"lang\":\"kk\"}"),
                "f.docx", docx(),
                "g.eml", utf8(mail),
                "h.pdf", pdf());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Crowds gathered in Aktau.");
            document.createTable(2, 2).getRow(0).getCell(0).setText("Aktau");
            document.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] pdf() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("Crowds gathered in Aktau on Tuesday.");
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
