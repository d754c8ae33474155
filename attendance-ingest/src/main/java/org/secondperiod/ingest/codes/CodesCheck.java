package org.secondperiod.ingest.codes;

import java.util.HashSet;
import java.util.List;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.input.Fields;

/** What a set of codes must be: codes that can be codes, each once. */
final class CodesCheck {

    private static final int MOST = 500;

    private CodesCheck() {}

    static Fields check(List<MappedCode> codes) {
        var fields = new Fields();
        if (codes.size() > MOST) {
            fields.refuse("codes", "must be at most " + MOST);
            return fields;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < codes.size(); i++) {
            var at = "codes[" + i + "].";
            var mapped = codes.get(i);
            fields.code(at + "code", mapped.code());
            fields.given(at + "category", mapped.category());
            if (mapped.category() == AttendanceCategory.UNKNOWN) {
                fields.refuse(
                        at + "category",
                        "must say what the code means; leave a code out whose meaning you do not know");
            }
            fields.optionalId(at + "reason", mapped.reason());
            if (!seen.add(mapped.code())) {
                fields.refuse(at + "code", "stands in the list already");
            }
        }
        return fields;
    }
}
