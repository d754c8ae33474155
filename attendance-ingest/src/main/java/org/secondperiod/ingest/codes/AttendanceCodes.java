package org.secondperiod.ingest.codes;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolId;

/**
 * All codes in force. A school's own code wins over the district's. Each scope has the set that the API last gave it, else
 * the one of the configured file, else (the district only) the one that is shipped.
 */
public final class AttendanceCodes {

    private final Map<CodeScope, List<MappedCode>> sets;
    private final Map<CodeScope, Map<String, CodeMeaning>> meanings;

    private AttendanceCodes(Map<CodeScope, List<MappedCode>> sets) {
        this.sets = Map.copyOf(sets);
        this.meanings =
                sets.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getKey, set -> byCode(set.getValue())));
    }

    /** Lays what the API gave over what the file says over what is shipped. */
    public static AttendanceCodes of(
            Map<CodeScope, List<MappedCode>> fromFile, Map<CodeScope, List<MappedCode>> fromApi) {
        var sets = new HashMap<CodeScope, List<MappedCode>>();
        sets.put(CodeScope.DISTRICT, ShippedCodes.ALL);
        sets.putAll(fromFile);
        sets.putAll(fromApi);
        return new AttendanceCodes(sets);
    }

    /** What the code means at the school; nothing if nobody has said. */
    public @Nullable CodeMeaning meaning(SchoolId school, String code) {
        var own = meanings.getOrDefault(CodeScope.of(school), Map.of()).get(code);
        return own == null ? meanings.get(CodeScope.DISTRICT).get(code) : own;
    }

    /** The scope's own codes. */
    public List<MappedCode> set(CodeScope scope) {
        return sets.getOrDefault(scope, List.of());
    }

    private static Map<String, CodeMeaning> byCode(List<MappedCode> codes) {
        return codes.stream().collect(toUnmodifiableMap(MappedCode::code, MappedCode::meaning));
    }
}
