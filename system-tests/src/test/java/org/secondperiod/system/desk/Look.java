package org.secondperiod.system.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at what a page shows in the middle of something: nothing for axe to find, nothing wider than the screen; and a picture. */
final class Look {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int[] WIDTHS = {1280, 390};

    private Look() {}

    static void at(Desk desk, String name) throws IOException {
        Files.createDirectories(PICTURES);
        var page = desk.page();
        var usual = page.viewportSize();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 1600);
            assertThat(desk.findings()).as("%s at %d", name, width).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d", name, width)
                    .isLessThanOrEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("%s-%d.png".formatted(name, width))));
        }
        page.setViewportSize(usual.width, usual.height);
    }
}
