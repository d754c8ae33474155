package org.secondperiod.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query in Prometheus' language, read by its grammar and checked for kinds: what takes a range is given one, and nothing else is. No
 * promtool is at hand; this is the part of the language that alerts and dashboards use, and what it does not know it refuses.
 */
final class PromQl {

    /** What an expression gives. */
    enum Kind {
        SCALAR,
        INSTANT,
        RANGE
    }

    /** Time series that are asked for: a metric and the labels that are matched. */
    record Selector(String metric, Map<String, String> matched) {}

    /** Labels that remain of these metrics. */
    record Grouping(Set<String> labels, Set<String> metrics) {}

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|(\\d+(?:ms|[smhdwy])(?:\\d+(?:ms|[smhdwy]))*\\b)|(\\d+(?:\\.\\d+)?)"
                    + "|([A-Za-z_:][A-Za-z0-9_:]*)|(==|!=|>=|<=|=~|!~|[-+*/%^<>=(){}\\[\\],:]))");

    private static final Set<String> AGGREGATIONS = Set.of("sum", "min", "max", "avg", "count", "quantile", "topk");
    private static final Map<String, List<Kind>> FUNCTIONS = Map.ofEntries(
            Map.entry("rate", List.of(Kind.RANGE)),
            Map.entry("increase", List.of(Kind.RANGE)),
            Map.entry("max_over_time", List.of(Kind.RANGE)),
            Map.entry("min_over_time", List.of(Kind.RANGE)),
            Map.entry("absent", List.of(Kind.INSTANT)),
            Map.entry("clamp_min", List.of(Kind.INSTANT, Kind.SCALAR)),
            Map.entry("time", List.of()));

    /** From what binds least to what binds most. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", ">", "<", ">=", "<="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private static final Set<String> OF_SETS = Set.of("or", "and", "unless");

    private final List<String> tokens = new ArrayList<>();
    private final List<Selector> selectors = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();
    private int at;

    private PromQl(String query) {
        Matcher matcher = TOKEN.matcher(query.stripTrailing());
        int end = 0;
        while (end < matcher.regionEnd()) {
            matcher.region(end, matcher.regionEnd());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("cannot be read from: " + query.substring(end));
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PromQl parse(String query) {
        PromQl parsed = new PromQl(query);
        Kind kind = parsed.expression(0);
        if (parsed.at < parsed.tokens.size()) {
            throw parsed.wrong("the end");
        }
        if (kind == Kind.RANGE) {
            throw new IllegalArgumentException("a range cannot be shown or compared: " + query);
        }
        return parsed;
    }

    List<Selector> selectors() {
        return selectors;
    }

    List<Grouping> groupings() {
        return groupings;
    }

    private Kind expression(int level) {
        if (level == LEVELS.size()) {
            return postfix();
        }
        Kind left = expression(level + 1);
        while (LEVELS.get(level).contains(peek())) {
            String operator = next();
            if (Set.of("on", "ignoring").contains(peek())) {
                next();
                labels();
            }
            Kind right = expression(level + 1);
            if (left == Kind.RANGE || right == Kind.RANGE) {
                throw new IllegalArgumentException(operator + " of a range");
            }
            if (OF_SETS.contains(operator) && (left == Kind.SCALAR || right == Kind.SCALAR)) {
                throw new IllegalArgumentException(operator + " of a number");
            }
            left = left == Kind.SCALAR && right == Kind.SCALAR ? Kind.SCALAR : Kind.INSTANT;
        }
        return left;
    }

    private Kind postfix() {
        Kind kind = primary();
        while (peek().equals("[") || peek().equals("offset")) {
            if (next().equals("offset")) {
                duration();
                continue;
            }
            if (kind != Kind.INSTANT) {
                throw wrong("series before a range");
            }
            duration();
            expect("]");
            kind = Kind.RANGE;
        }
        return kind;
    }

    private Kind primary() {
        String token = next();
        if (token.equals("(")) {
            Kind inner = expression(0);
            expect(")");
            return inner;
        }
        if (token.equals("-") || token.matches("\\d+(\\.\\d+)?")) {
            return token.equals("-") ? primary() : Kind.SCALAR;
        }
        if (AGGREGATIONS.contains(token)) {
            return aggregation(token);
        }
        if (FUNCTIONS.containsKey(token) && peek().equals("(")) {
            return function(token);
        }
        if (token.matches("[a-z_:][a-z0-9_:]*") && !peek().equals("(")) {
            selectors.add(new Selector(token, peek().equals("{") ? matchers() : Map.of()));
            return Kind.INSTANT;
        }
        at--;
        throw wrong("a metric, a function or a number");
    }

    private Kind aggregation(String name) {
        Set<String> labels = grouped();
        int before = selectors.size();
        expect("(");
        if (name.equals("quantile") || name.equals("topk")) {
            if (expression(0) != Kind.SCALAR) {
                throw wrong("a number");
            }
            expect(",");
        }
        if (expression(0) != Kind.INSTANT) {
            throw wrong("series to be put together by " + name);
        }
        expect(")");
        if (labels.isEmpty()) {
            labels = grouped();
        }
        Set<String> metrics = new TreeSet<>();
        selectors.subList(before, selectors.size()).forEach(selector -> metrics.add(selector.metric()));
        groupings.add(new Grouping(labels, metrics));
        return Kind.INSTANT;
    }

    private Set<String> grouped() {
        if (!peek().equals("by")) {
            return Set.of();
        }
        next();
        return labels();
    }

    private Kind function(String name) {
        expect("(");
        List<Kind> given = new ArrayList<>();
        while (!peek().equals(")")) {
            given.add(expression(0));
            if (!peek().equals(")")) {
                expect(",");
            }
        }
        expect(")");
        if (!given.equals(FUNCTIONS.get(name))) {
            throw new IllegalArgumentException(name + " takes " + FUNCTIONS.get(name) + " and was given " + given);
        }
        return name.equals("time") ? Kind.SCALAR : Kind.INSTANT;
    }

    private Set<String> labels() {
        expect("(");
        Set<String> labels = new TreeSet<>();
        while (!peek().equals(")")) {
            labels.add(next());
            if (!peek().equals(")")) {
                expect(",");
            }
        }
        expect(")");
        return labels;
    }

    private Map<String, String> matchers() {
        Map<String, String> matched = new TreeMap<>();
        expect("{");
        while (!peek().equals("}")) {
            String label = next();
            String operator = next();
            String value = next();
            if (!Set.of("=", "!=", "=~", "!~").contains(operator) || !value.startsWith("\"")) {
                throw wrong("label=\"value\"");
            }
            String text = value.substring(1, value.length() - 1);
            if (operator.endsWith("~")) {
                Pattern.compile(text);
            }
            matched.put(label, text);
            if (!peek().equals("}")) {
                expect(",");
            }
        }
        expect("}");
        return matched;
    }

    private void duration() {
        if (!next().matches("(\\d+(ms|[smhdwy]))+")) {
            throw wrong("a duration");
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at == tokens.size()) {
            throw wrong("more");
        }
        return tokens.get(at++);
    }

    private void expect(String token) {
        if (!peek().equals(token)) {
            throw wrong(token);
        }
        at++;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("%s was expected after: %s, and not: %s"
                .formatted(
                        expected,
                        String.join(" ", tokens.subList(0, Math.min(at, tokens.size()))),
                        String.join(" ", tokens.subList(Math.min(at, tokens.size()), tokens.size()))));
    }
}
