package org.oqiga.report;

import java.util.Locale;
import java.util.Optional;

/** How a report may be written down, told by its file's name and, where that says nothing, by how it begins. */
enum Format {
    TEXT,
    HTML,
    PDF,
    DOCX,
    EMAIL,
    JSON,
    JSON_LINES;

    /** The format that a file's name promises; empty where it promises none that is read. */
    static Optional<Format> of(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "txt", "text" -> Optional.of(TEXT);
            case "html", "htm", "xhtml" -> Optional.of(HTML);
            case "pdf" -> Optional.of(PDF);
            case "docx" -> Optional.of(DOCX);
            case "eml" -> Optional.of(EMAIL);
            case "json" -> Optional.of(JSON);
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }

    /** The format that a media type names; empty where it names none that is read, or says nothing. */
    static Optional<Format> ofType(String mediaType) {
        var type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/plain" -> Optional.of(TEXT);
            case "text/html", "application/xhtml+xml" -> Optional.of(HTML);
            case "application/pdf" -> Optional.of(PDF);
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> Optional.of(DOCX);
            case "message/rfc822" -> Optional.of(EMAIL);
            case "application/json" -> Optional.of(JSON);
            case "application/x-ndjson",
                    "application/ndjson",
                    "application/jsonl",
                    "application/x-jsonlines" -> Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }

    /** Whether a file in a folder is taken for a report; single JSON objects in a folder are mostly something else. */
    static boolean inFolders(String fileName) {
        return of(fileName).filter(format -> format != JSON).isPresent();
    }

    /** Whether what is attached to an e-mail in this format may be part of the report. */
    boolean isDocument() {
        return this == TEXT || this == HTML || this == PDF || this == DOCX;
    }

    /** What {@code bytes} say, read as {@code promised} where they bear it out. */
    static Draft draft(byte[] bytes, Optional<Format> promised) throws UnreadableException {
        if (Pdf.looksLike(bytes)) {
            return Pdf.read(bytes);
        }
        if (Docx.looksLike(bytes)) {
            return Docx.read(bytes);
        }
        if (promised.equals(Optional.of(DOCX))) {
            throw new UnreadableException("is no Word document, though it is named so");
        }
        if (promised.equals(Optional.of(EMAIL))) {
            return Email.read(bytes);
        }
        if (promised.equals(Optional.of(PDF))) {
            throw new UnreadableException("is no PDF, though it is named so");
        }
        if (promised.equals(Optional.of(HTML))) {
            return Html.read(bytes);
        }
        var text = Encoding.decode(bytes);
        return promised.isEmpty() && Html.looksLike(text) ? Html.read(bytes) : Draft.of(text);
    }
}
