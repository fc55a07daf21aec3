package org.oqiga.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** A report as a PDF: its lines joined to paragraphs, words parted at a line's end made whole. */
final class Pdf {

    private static final Pattern PARTED = Pattern.compile("(?<=\\p{Ll})[-\u00ad]\n(?=\\p{Ll})");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?m)^\\s*(?:page\\s+)?\\d{1,4}(?:\\s*(?:/|of)\\s*\\d{1,4})?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_END = Pattern.compile("(?<!\n) *\n *(?!\n)");

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_PAGES = 1000;
    private static final long LARGEST = 256 << 20;

    private Pdf() {}

    static boolean looksLike(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    static Draft read(byte[] bytes) throws UnreadableException {
        refuseBombs(bytes);
        try (var document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableException("has more than " + MOST_PAGES + " pages, which no report has; split it");
            }
            var stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n\n");
            stripper.setPageEnd("\n");
            var text = clean(stripper.getText(document));
            if (text.isEmpty()) {
                throw new UnreadableException(
                        "is a PDF without text, a scan perhaps; run text recognition over it first");
            }
            return new Draft(
                    text, Optional.empty(), language(document), title(document), Optional.empty(), author(document));
        } catch (InvalidPasswordException e) {
            throw new UnreadableException("is a PDF behind a password; save it without one");
        } catch (IOException | RuntimeException e) {
            // the library answers broken objects deep in a file with whatever they happen to break
            throw new UnreadableException("is a broken PDF (" + e.getMessage() + "); save it anew");
        }
    }

    /** A few bytes may claim to be gigabytes: what is packed is counted before anything is held. */
    private static void refuseBombs(byte[] bytes) throws UnreadableException {
        var buffer = new byte[1 << 16];
        long all = 0;
        for (int at = find(bytes, STREAM, 0); at >= 0; at = find(bytes, STREAM, at)) {
            at += STREAM.length;
            while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
                at++;
            }
            var inflater = new Inflater();
            try {
                inflater.setInput(bytes, at, bytes.length - at);
                for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                    all += n;
                    if (all > LARGEST) {
                        throw new UnreadableException("grows beyond what a report may when it is unpacked");
                    }
                }
            } catch (DataFormatException e) {
                continue; // not packed, or broken: the reader will say
            } finally {
                inflater.end();
            }
        }
    }

    private static int find(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static String clean(String raw) {
        var text = PAGE_NUMBER.matcher(raw.replace("\r", "")).replaceAll("\n");
        text = PARTED.matcher(text).replaceAll("");
        text = LINE_END.matcher(text.replaceAll("\n\\s*\n", "\n\n")).replaceAll(" ");
        return text.replace("\u00ad", "")
                .replaceAll(" {2,}", " ")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static Optional<String> author(PDDocument document) {
        return Optional.ofNullable(document.getDocumentInformation().getAuthor())
                // one word is what somebody calls their machine
                .filter(name -> name.strip().contains(" "));
    }

    private static Optional<String> title(PDDocument document) {
        return Optional.ofNullable(document.getDocumentInformation().getTitle())
                .map(String::strip)
                // word processors put their file names there
                .filter(title -> title.contains(" ") && !title.matches("(?i).*\\.(?:docx?|pdf|indd|html?)"));
    }

    private static Optional<String> language(PDDocument document) {
        return Optional.ofNullable(document.getDocumentCatalog().getLanguage()).filter(tag -> !tag.isBlank());
    }
}
