package org.secondperiod.entry.signatures;

import java.util.Base64;

/** Reads through a structured field value (RFC 8941), in the forms in which signatures and digests are written. */
final class FieldScanner {

    private static final int LONGEST_NUMBER = 15;

    private final String field;
    private final String text;
    private int at;

    FieldScanner(String field, String text) {
        this.field = field;
        this.text = text.strip();
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** Takes the character if it comes next. */
    boolean take(char wanted) {
        boolean comes = !atEnd() && text.charAt(at) == wanted;
        at += comes ? 1 : 0;
        return comes;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            throw bad("wants a " + wanted + " at character " + (at + 1));
        }
    }

    /** Skips spaces; returns whether there were any. */
    boolean skipSpaces() {
        int before = at;
        while (!atEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at > before;
    }

    /** Goes on to the next member of a dictionary; false at the end. */
    boolean nextMember() {
        skipSpaces();
        if (atEnd()) {
            return false;
        }
        expect(',');
        skipSpaces();
        if (atEnd()) {
            throw bad("ends with a comma");
        }
        return true;
    }

    String key() {
        int begin = at;
        while (!atEnd() && mayStandInKey(text.charAt(at), at == begin)) {
            at++;
        }
        if (at == begin) {
            throw bad("wants a name at character " + (at + 1));
        }
        return text.substring(begin, at);
    }

    private static boolean mayStandInKey(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || c == '*'
                || (!first && ((c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.'));
    }

    String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (!take('"')) {
            boolean escaped = take('\\');
            if (atEnd()) {
                throw bad("has a text without an end");
            }
            char c = text.charAt(at++);
            if (c < ' ' || c > '~' || (escaped && c != '"' && c != '\\')) {
                throw bad("has a character that may not stand there, at " + at);
            }
            value.append(c);
        }
        return value.toString();
    }

    long integer() {
        int begin = at;
        take('-');
        int digits = at;
        while (!atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == digits || at - digits > LONGEST_NUMBER) {
            throw bad("wants a whole number, or a text in quotes, at character " + (begin + 1));
        }
        return Long.parseLong(text.substring(begin, at));
    }

    /** A text in quotes or a whole number. */
    Object stringOrInteger() {
        return !atEnd() && text.charAt(at) == '"' ? string() : integer();
    }

    byte[] bytes() {
        expect(':');
        int end = text.indexOf(':', at);
        if (end < 0) {
            throw bad("wants bytes in base64 between two colons");
        }
        try {
            byte[] value = Base64.getDecoder().decode(text.substring(at, end));
            at = end + 1;
            return value;
        } catch (IllegalArgumentException e) {
            throw bad("has bytes that are not base64");
        }
    }

    UnreadableSignature bad(String what) {
        return new UnreadableSignature(field + " " + what);
    }
}
