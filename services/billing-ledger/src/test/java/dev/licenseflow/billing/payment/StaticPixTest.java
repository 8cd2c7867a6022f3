package dev.licenseflow.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StaticPixTest {

    private static final StaticPix PIX =
            new StaticPix("123e4567-e12b-12d1-a456-426655440000", "Fulano de Tal", "BRASÍLIA", false);

    /** The example of the central bank's manual, which ends in 1D3D. */
    @Test
    void theChecksumIsTheOneOfTheCentralBank() {
        assertThat(StaticPix.crc(
                        "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR"
                                + "5913Fulano de Tal6008BRASILIA62070503***6304"))
                .isEqualTo("1D3D");
    }

    @Test
    void theCodeHasKeyAmountReceiverAndInvoice() {
        String code = PIX.codes("F20260300000007", 123_456, "BRL").pixCode().orElseThrow();

        assertThat(code)
                .startsWith("00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865407"
                        + "1234.565802BR5913Fulano de Tal6008BRASILIA62190515F202603000000076304")
                .hasSize(code.indexOf("6304") + 8);
        assertThat(code.substring(code.length() - 4)).isEqualTo(StaticPix.crc(code.substring(0, code.length() - 4)));
        assertThat(PIX.codes("F1", 1, "BRL").pixCode().orElseThrow()).contains("54040.01");
    }

    @Test
    void thereIsPixForReaisOnly() {
        assertThat(PIX.codes("F1", 1, "USD").pixCode()).isEmpty();
    }

    @Test
    void aReceiverThatNoBankTakesIsRefused() {
        assertThatThrownBy(() -> new StaticPix(" ", "a", "b", false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StaticPix("x".repeat(78), "a", "b", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePictureReadsAsTheCode() throws Exception {
        String code = PIX.codes("F20260300000007", 123_456, "BRL").pixCode().orElseThrow();
        QrCode picture = new QrCode(code);
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(picture.png()));
        int[] pixels = png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth());
        var source = new RGBLuminanceSource(png.getWidth(), png.getHeight(), pixels);

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(code);
        assertThat(picture.svg()).startsWith("<svg").contains("viewBox=\"0 0 " + png.getWidth() / 6 + " ");
    }
}
