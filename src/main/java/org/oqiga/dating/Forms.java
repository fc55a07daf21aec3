package org.oqiga.dating;

import java.util.ArrayList;
import java.util.List;
import org.oqiga.report.Words;

/** Spells out {@code stem{ending,ending}}, the short way in which lexicons list the forms of a word. */
final class Forms {

    private Forms() {}

    static List<String> spell(String... listed) {
        var forms = new ArrayList<String>();
        for (var form : listed) {
            int open = form.indexOf('{');
            if (open < 0) {
                forms.add(Words.fold(form.trim()));
                continue;
            }
            int close = form.indexOf('}', open);
            for (var ending : form.substring(open + 1, close).split(",", -1)) {
                forms.addAll(spell(form.substring(0, open) + ending.trim() + form.substring(close + 1)));
            }
        }
        return forms;
    }
}
