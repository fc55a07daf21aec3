package org.oqiga.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** A report as a Word document: its paragraphs and the rows of its tables, in order. */
final class Docx {

    private static final byte[] MAIN_PART = "word/document.xml".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int MOST_PARTS = 2000;
    // a part is held as a tree of ten times its size
    private static final long LARGEST_XML = 24 << 20;
    private static final long LARGEST = 100 << 20;

    private Docx() {}

    static boolean looksLike(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && contains(bytes, MAIN_PART);
    }

    static Draft read(byte[] bytes) throws UnreadableException {
        refuseBombs(bytes);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var text = new StringBuilder();
            for (var element : document.getBodyElements()) {
                text.append(text(element).strip()).append("\n\n");
            }
            var clean = text.toString()
                    .replace("\r", "")
                    .replaceAll("[\u00ad\u200b]", "")
                    .replace('\u00a0', ' ')
                    .replaceAll("\n{3,}", "\n\n")
                    .strip();
            if (clean.isEmpty()) {
                throw new UnreadableException("is a Word document without text; a report needs some");
            }
            return new Draft(
                    clean, Optional.empty(), Optional.empty(), title(document), Optional.empty(), author(document));
        } catch (IOException | RuntimeException e) {
            // the library answers broken parts deep in a file with whatever they happen to break
            throw new UnreadableException("is a broken Word document (" + e.getMessage() + "); save it anew");
        }
    }

    private static String text(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            return paragraph.getText();
        }
        if (element instanceof XWPFTable table) {
            return table.getText();
        }
        return element instanceof XWPFSDT control ? control.getContent().getText() : "";
    }

    private static Optional<String> author(XWPFDocument document) {
        return Optional.ofNullable(document.getProperties().getCoreProperties().getCreator())
                // one word is what somebody calls their machine
                .filter(name -> name.strip().contains(" "));
    }

    private static Optional<String> title(XWPFDocument document) {
        return Optional.ofNullable(document.getProperties().getCoreProperties().getTitle())
                .map(String::strip)
                // word processors put their file names there
                .filter(title -> title.contains(" ") && !title.matches("(?i).*\\.(?:docx?|pdf|rtf|html?)"));
    }

    /** A few bytes may claim to be gigabytes: counted before anything is held. */
    private static void refuseBombs(byte[] bytes) throws UnreadableException {
        long all = 0;
        int parts = 0;
        var buffer = new byte[1 << 16];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                long size = 0;
                boolean xml = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    size += n;
                    all += n;
                    if (all > LARGEST || (xml && size > LARGEST_XML)) {
                        throw new UnreadableException("grows beyond what a Word document may when it is unpacked");
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw new UnreadableException("has more than " + MOST_PARTS + " parts, which no report has");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException("is a broken Word document (" + e.getMessage() + "); save it anew");
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && bytes[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
