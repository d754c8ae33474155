package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** A phone that looks at the card's QR code dials the number beside it, in light and dark, from left to right and from right to left. */
@ExtendWith(PlayedMorning.class)
class DeskQrIT {

    private static final int CARDS = 8;

    private static Chromium chromium;
    private static Layout layout;

    @BeforeAll
    static void open() {
        layout = PlayedMorning.morning().stack().layout();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    static Stream<Screen> screens() {
        return Stream.of(Screen.WIDE, new Screen("es", false, true), new Screen("ar", false, true));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatAPhoneReadsIsTheNumberOfTheCard(Screen screen) {
        Set<String> read = new HashSet<>();
        try (var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), "rivera")) {
            desk.settled();
            var page = desk.page();
            for (int card = 0; card < CARDS; card++) {
                var task = page.locator(".task").nth(card);
                var href = task.getAttribute("href");
                task.click();
                page.waitForURL(url -> url.endsWith(href));
                page.locator(".people").waitFor();
                if (page.locator(".number.is-next a.call").count() > 0) {
                    var dialled = page.locator(".number.is-next a.call").getAttribute("href");
                    assertThat(textOf(picture(page))).isEqualTo(dialled);
                    read.add(dialled);
                }
            }
        }

        assertThat(read).as("different numbers").hasSizeGreaterThan(CARDS / 2);
    }

    private static Locator picture(Page page) {
        page.locator(".number.is-next .qr-box summary").click();
        return page.locator(".number.is-next svg.qr");
    }

    /** As a camera sees it. */
    private static String textOf(Locator picture) {
        try {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
            int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            var light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException e) {
            throw new AssertionError("no reader can read it", e);
        }
    }
}
