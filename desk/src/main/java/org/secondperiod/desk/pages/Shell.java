package org.secondperiod.desk.pages;

/**
 * Makes the page.
 *
 * @param script the address of the app's script
 * @param style the address of its style
 */
public record Shell(String script, String style) {

    /** The page in this language and these colours. */
    public String html(Language language, Colours colours) {
        return """
                <!doctype html>
                <html lang="%s" dir="%s" data-colours="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="%s">
                <title>Second Period</title>
                <link rel="icon" href="/static/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="%s">
                <script type="module" src="%s"></script>
                </head>
                <body>
                <desk-app></desk-app>
                <noscript><p>Second Period needs JavaScript. Second Period necesita JavaScript. <span dir="rtl" lang="ar">يحتاج Second Period إلى JavaScript.</span></p></noscript>
                </body>
                </html>
                """.formatted(
                        language.code(),
                        language.direction(),
                        colours == Colours.AUTO ? "auto" : colours.scheme(),
                        colours.scheme(),
                        style,
                        script);
    }
}
