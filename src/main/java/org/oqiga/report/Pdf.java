package org.oqiga.report;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private Pdf() {}

    static boolean looksLike(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    static Draft read(byte[] bytes) throws UnreadableException {
        try (var document = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n\n");
            stripper.setPageEnd("\n");
            var text = clean(stripper.getText(document));
            if (text.isEmpty()) {
                throw new UnreadableException(
                        "is a PDF without text, a scan perhaps; run text recognition over it first");
            }
            return new Draft(text, Optional.empty(), language(document), title(document), Optional.empty());
        } catch (InvalidPasswordException e) {
            throw new UnreadableException("is a PDF behind a password; save it without one");
        } catch (IOException | RuntimeException e) {
            // the library answers broken objects deep in a file with whatever they happen to break
            throw new UnreadableException("is a broken PDF (" + e.getMessage() + "); save it anew");
        }
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
