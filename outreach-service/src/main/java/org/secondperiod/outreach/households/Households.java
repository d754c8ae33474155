package org.secondperiod.outreach.households;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;

/**
 * Tells a day's list which students are one household: each of them is reached by a call about each other one. Who shares with whom is not
 * passed on, and everybody is in one household at most, so a brother of both of two who do not share is with the first of them.
 */
public final class Households {

    private Households() {}

    /**
     * What the students of a household have in common, and nobody else: an id that says nothing and is of the day. Who is alone has none.
     *
     * @param reached by student, who is reached by the same call
     */
    public static Map<StudentId, String> of(Map<StudentId, Set<StudentId>> reached, SchoolDay day) {
        Map<StudentId, String> households = new HashMap<>();
        for (StudentId first : new TreeSet<>(reached.keySet())) {
            if (!households.containsKey(first)) {
                List<StudentId> members = members(first, reached, households.keySet());
                if (members.size() > 1) {
                    members.forEach(member -> households.put(member, id(first, day)));
                }
            }
        }
        return households;
    }

    private static List<StudentId> members(
            StudentId first, Map<StudentId, Set<StudentId>> reached, Set<StudentId> elsewhere) {
        List<StudentId> members = new ArrayList<>(List.of(first));
        for (StudentId other : new TreeSet<>(reached.getOrDefault(first, Set.of()))) {
            Set<StudentId> others = reached.getOrDefault(other, Set.of());
            if (!elsewhere.contains(other) && !members.contains(other) && others.containsAll(members)) {
                members.add(other);
            }
        }
        return members;
    }

    private static String id(StudentId first, SchoolDay day) {
        String name = "household " + day + " " + first.value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
