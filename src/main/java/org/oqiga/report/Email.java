package org.oqiga.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** A report as an e-mail: its subject, what it says, and what its attachments say that can be read. */
final class Email {

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 200;
    private static final Pattern SIGNATURE = Pattern.compile("(?s)\n-- ?\n.*");
    private static final int LONGEST_LINE = 1 << 20;
    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(LONGEST_LINE)
            .setMaxHeaderLen(1 << 16)
            .setMaxHeaderCount(1000)
            .setMaxContentLen(Reports.MAX_BYTES)
            .build();

    private final List<String> texts = new ArrayList<>();
    private Optional<Draft> page = Optional.empty();
    private int parts;

    private Email() {}

    static Draft read(byte[] bytes) throws UnreadableException {
        try {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(LIMITS);
            var message = builder.parseMessage(new ByteArrayInputStream(bytes));
            try {
                return new Email().draft(message);
            } finally {
                message.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException("is a broken e-mail (" + e.getMessage() + ")");
        } catch (StackOverflowError e) {
            throw new UnreadableException("is an e-mail of parts in parts beyond number");
        }
    }

    private Draft draft(Message message) throws UnreadableException, IOException {
        if (message.getHeader().getFields().isEmpty()) {
            throw new UnreadableException("is no e-mail, though it is named so");
        }
        add(message, 0);
        var text = String.join("\n\n", texts).strip();
        if (text.isEmpty()) {
            throw new UnreadableException("is an e-mail without text; a report needs some");
        }
        var subject = Optional.ofNullable(message.getSubject())
                .map(given -> given.replaceFirst("(?iu)^(?:\\s*(?:re|fwd?|aw|wg|отв|ответ|пересл)\\s*:)++", ""))
                .map(given -> given.replaceAll("\\s+", " ").strip())
                .filter(given -> !given.isEmpty());
        return new Draft(
                subject.filter(title -> !text.contains(title))
                        .map(title -> title + "\n\n" + text)
                        .orElse(text),
                published(message),
                page.flatMap(Draft::language),
                subject,
                page.flatMap(Draft::url),
                author(message));
    }

    /** The name of whoever sent it, not their address. */
    private static Optional<String> author(Message message) {
        return Optional.ofNullable(message.getFrom()).stream()
                .flatMap(List::stream)
                .map(Mailbox::getName)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void add(Entity entity, int depth) throws UnreadableException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new UnreadableException("is an e-mail of parts in parts beyond number");
        }
        var body = entity.getBody();
        if (body instanceof Multipart many) {
            if ("alternative".equals(many.getSubType())) {
                add(best(many.getBodyParts()), depth + 1);
            } else {
                for (var part : many.getBodyParts()) {
                    add(part, depth + 1);
                }
            }
        } else if (body instanceof Message inside) {
            Optional.ofNullable(inside.getSubject()).map(String::strip).ifPresent(texts::add);
            add(inside, depth + 1);
        } else if (body instanceof SingleBody single) {
            addText(entity, single);
        }
    }

    /** Plain text before HTML before whatever else says the same. */
    private static Entity best(List<Entity> same) throws UnreadableException {
        for (var type : List.of("text/plain", "multipart/", "text/html")) {
            for (var one : same) {
                if (one.getMimeType().toLowerCase(Locale.ROOT).startsWith(type)) {
                    return one;
                }
            }
        }
        if (same.isEmpty()) {
            throw new UnreadableException("is an e-mail without text; a report needs some");
        }
        return same.get(0);
    }

    private void addText(Entity entity, SingleBody body) throws IOException {
        var type = entity.getMimeType().toLowerCase(Locale.ROOT);
        var name = Optional.ofNullable(entity.getFilename());
        boolean attached = "attachment".equals(entity.getDispositionType());
        try {
            var bytes = body.getInputStream().readNBytes(Reports.MAX_BYTES);
            if (type.equals("text/plain") && !attached) {
                texts.add(withoutSignature(new String(bytes, charset(entity, bytes))));
            } else if (type.equals("text/html") && !attached) {
                var html = Html.read(bytes);
                page = page.or(() -> Optional.of(html));
                texts.add(html.text());
            } else {
                var format = Format.ofType(type).or(() -> name.flatMap(Format::of));
                if (format.isPresent() && format.get().isDocument()) {
                    texts.add(Format.draft(bytes, format).text());
                }
            }
        } catch (UnreadableException e) {
            // an image, a card, a broken copy: what the mail itself says is a report all the same
            return;
        }
    }

    private static Charset charset(Entity entity, byte[] bytes) {
        var declared = entity.getCharset();
        boolean sound = Encoding.utf8(bytes).isPresent();
        if (declared == null || declared.equalsIgnoreCase("us-ascii") || !supported(declared)) {
            return sound ? StandardCharsets.UTF_8 : Encoding.narrow(bytes);
        }
        return Charset.forName(declared);
    }

    private static boolean supported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutSignature(String text) {
        var plain = text.replace("\r\n", "\n");
        return SIGNATURE.matcher(plain).replaceFirst("").strip();
    }

    /** The day on the sender's own calendar. */
    private static Optional<LocalDate> published(Message message) {
        var field = message.getHeader().getField("Date");
        if (field == null) {
            return Optional.empty();
        }
        try {
            var written = field.getBody().replaceAll("\\([^)]*\\)", "").strip();
            return Optional.of(LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written)));
        } catch (DateTimeParseException e) {
            return Optional.ofNullable(message.getDate())
                    .map(date -> date.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
        }
    }
}
