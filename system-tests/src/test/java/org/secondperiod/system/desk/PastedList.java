package org.secondperiod.system.desk;

import java.util.List;

/** Absence lists as they come from screens, spreadsheets and exports. */
enum PastedList {
    FROM_A_SCREEN(
            "Student\tCode\nREYES, ANA\tA\nReyes, Luis\tA\n",
            List.of("name", "code"),
            List.of("REYES, ANA", "Reyes, Luis")),
    AN_EXPORT_WITH_MUCH_BESIDES(
            """
            Student ID,Last Name,First Name,Grade,Homeroom,Teacher,Attendance Code
            204511,Reyes,Ana,9,904,Mr. Osei,A
            204512,Reyes,Luis,11,1102,Ms. Roe,a
            """,
            List.of("id", "name", "name", "none", "none", "none", "code"),
            List.of("Reyes Ana · 204511", "Reyes Luis · 204512")),
    FAMILY_NAMES_FIRST("Reyes, Ana\nReyes, Luis\n", List.of("name", "name"), List.of("Reyes Ana", "Reyes Luis")),
    NOTHING_BUT_NAMES("Ana Reyes\nLuis Reyes\n", List.of("name"), List.of("Ana Reyes", "Luis Reyes")),
    A_COLUMN_FOR_EACH_PERIOD(
            "Name\tPeriod 2\tPeriod 1\nAna Reyes\tA\tA\nLuis Reyes\tA\tA\n",
            List.of("name", "none", "code"),
            List.of("Ana Reyes", "Luis Reyes")),
    IN_ARABIC(
            "رقم الطالب،اسم الطالب،الرمز\n٢٠٤٥١١،أمينة الأحمد،A\n٢٠٤٥١٢،محمد علي،A\n",
            List.of("id", "name", "code"),
            List.of("أمينة الأحمد · 204511", "محمد علي · 204512")),
    WITH_A_QUOTE_THAT_IS_NEVER_CLOSED(
            "Name;Code\n\"Ana Reyes;A\nLuis Reyes;A\n", List.of("name", "code"), List.of("\"Ana Reyes", "Luis Reyes"));

    private final String text;
    private final List<String> columns;
    private final List<String> names;

    PastedList(String text, List<String> columns, List<String> names) {
        this.text = text;
        this.columns = columns;
        this.names = names;
    }

    String text() {
        return text;
    }

    /** What each column is taken for. */
    List<String> columns() {
        return columns;
    }

    /** Whom the lines name, as they were pasted. */
    List<String> names() {
        return names;
    }
}
