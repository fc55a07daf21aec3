package org.oqiga.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A report as a web page: its article without the menus round it, one paragraph a block. */
final class Html {

    private static final String CLUTTER = "script, style, noscript, template, nav, aside, form, button, iframe, svg, "
            + "select, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], "
            + "body > header, body > footer, article footer";
    private static final String ARTICLES = "[itemprop=articleBody], article, [role=main], main";
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th",
            "blockquote",
            "figure",
            "figcaption",
            "pre",
            "address",
            "hr",
            "time");
    private static final Pattern START = Pattern.compile(
            "(?is)\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*+<(?:!doctype\\s+html|html|head|body)\\b.*");
    // an article shorter than this share of the page's paragraphs is a teaser, not the report
    private static final double LEAST_SHARE = 0.3;

    private static final int LEAST_PROSE = 500;
    // links are of no interest, but must be links to somewhere
    private static final String ANYWHERE = "http://localhost/";

    private Html() {}

    /** Whether text looks like a web page. */
    static boolean looksLike(String text) {
        return START.matcher(text.substring(0, Math.min(text.length(), 2000))).matches();
    }

    static Draft read(byte[] bytes) throws UnreadableException {
        Encoding.refuseBinary(bytes);
        var page = parse(bytes);
        var about = PageFacts.of(page);
        page.select(CLUTTER).remove();
        var article = article(page);
        var text = text(article);
        var headline = about.title().filter(title -> !text.contains(title));
        return new Draft(
                headline.map(title -> title + "\n\n" + text).orElse(text),
                about.published(),
                about.language(),
                about.title(),
                about.url(),
                about.author());
    }

    private static Document parse(byte[] bytes) throws UnreadableException {
        try {
            var declared = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
            boolean sound = Encoding.utf8(bytes).isPresent();
            // pages that say nothing are taken for UTF-8 by the parser; some that do say something lie
            if (declared.charset().name().equals("UTF-8") == sound) {
                return declared;
            }
            return sound
                            || declared.select("meta[charset], meta[http-equiv=content-type]")
                                    .isEmpty()
                    ? Jsoup.parse(Encoding.decode(bytes))
                    : declared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element article(Document page) {
        int all = proseLength(page.body());
        Optional<Element> best = Optional.empty();
        for (var candidate : page.select(ARTICLES)) {
            if (best.isEmpty() || proseLength(candidate) > proseLength(best.get())) {
                best = Optional.of(candidate);
            }
        }
        return best.filter(it -> proseLength(it) > 0 && proseLength(it) >= all * LEAST_SHARE)
                .orElseGet(() -> readable(page).orElseGet(page::body));
    }

    /** The article of a page that does not say which part of it is one, where it is most of the page's prose. */
    private static Optional<Element> readable(Document page) {
        var copy = page.clone();
        // of a page with little on it nothing should be lost
        if (proseLength(copy.body()) < LEAST_PROSE) {
            return Optional.empty();
        }
        return Optional.ofNullable(new Readability4J(ANYWHERE, copy).parse().getArticleContent())
                .filter(article -> proseLength(article) >= proseLength(page.body()) * LEAST_SHARE);
    }

    private static int proseLength(Element element) {
        return element.select("p").eachText().stream().mapToInt(String::length).sum();
    }

    private static String text(Element article) {
        var out = new StringBuilder();
        article.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    out.append(words.getWholeText().replaceAll("[\\s\u00a0]+", " "));
                } else if (node.nameIs("br")) {
                    out.append('\n');
                } else if (BLOCKS.contains(node.nodeName())) {
                    out.append("\n\n");
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (BLOCKS.contains(node.nodeName())) {
                    out.append("\n\n");
                }
            }
        });
        return out.toString()
                .replaceAll("\u00ad|\u200b", "")
                .replaceAll(" *\n *", "\n")
                .replaceAll(" {2,}", " ")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
