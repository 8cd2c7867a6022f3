package dev.licenseflow.cli;

import dev.licenseflow.cli.client.InputSender;
import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.client.RecordLine;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command.AdjustCharge;
import dev.licenseflow.domain.request.Command.CancelCustomer;
import dev.licenseflow.domain.request.Command.IssueCharge;
import dev.licenseflow.domain.request.Command.Renew;
import dev.licenseflow.domain.request.Command.Resume;
import dev.licenseflow.domain.request.Command.Suspend;
import dev.licenseflow.domain.request.Command.TransferCustomer;
import dev.licenseflow.domain.request.Command.WithdrawCancellation;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.testkit.InputLine;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code licenseflow backoffice}: what the vendor alone may do, each as one request on the back office's topic (D10). */
@Command(name = "backoffice", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BackOfficeCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec;

    /** What all of them take. */
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    static final class Asking {

        @Option(names = "--by", paramLabel = "ID", required = true)
        private String by;

        @Option(names = "--request-id", paramLabel = "ID")
        private @Nullable String requestId;

        @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/Sao_Paulo")
        private ZoneId zone;

        @Mixin
        private PipelineOptions pipeline;
    }

    @Command(name = "transfer", mixinStandardHelpOptions = true)
    void transfer(
            @Parameters(index = "0", paramLabel = "CUSTOMER_ID") String customerId,
            @Parameters(index = "1", paramLabel = "PARTNER_ID") String partnerId,
            @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new TransferCustomer(partnerId), asking);
    }

    @Command(name = "credit", mixinStandardHelpOptions = true)
    void credit(
            @Parameters(index = "0", paramLabel = "CUSTOMER_ID") String customerId,
            @Parameters(index = "1", paramLabel = "CHARGE_ID") String chargeId,
            @Parameters(index = "2", paramLabel = "AMOUNT") String amount,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason,
            @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new AdjustCharge(chargeId, cents(amount), reason), asking);
    }

    @Command(name = "charge", mixinStandardHelpOptions = true)
    void charge(
            @Parameters(index = "0", paramLabel = "CUSTOMER_ID") String customerId,
            @Parameters(index = "1", paramLabel = "PRODUCT") String product,
            @Parameters(index = "2", paramLabel = "AMOUNT") String amount,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason,
            @Option(names = "--corrects", paramLabel = "CHARGE_ID") @Nullable String corrects,
            @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new IssueCharge(product, cents(amount), reason, Optional.ofNullable(corrects)), asking);
    }

    @Command(name = "suspend", mixinStandardHelpOptions = true)
    void suspend(@Parameters(paramLabel = "CUSTOMER_ID") String customerId, @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new Suspend(), asking);
    }

    @Command(name = "resume", mixinStandardHelpOptions = true)
    void resume(@Parameters(paramLabel = "CUSTOMER_ID") String customerId, @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new Resume(), asking);
    }

    @Command(name = "renew", mixinStandardHelpOptions = true)
    void renew(@Parameters(paramLabel = "CUSTOMER_ID") String customerId, @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new Renew(), asking);
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true)
    void cancel(@Parameters(paramLabel = "CUSTOMER_ID") String customerId, @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new CancelCustomer(), asking);
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true)
    void withdraw(@Parameters(paramLabel = "CUSTOMER_ID") String customerId, @Mixin Asking asking)
            throws InterruptedException {
        ask(customerId, new WithdrawCancellation(), asking);
    }

    private void ask(String customerId, dev.licenseflow.domain.request.Command command, Asking asking)
            throws InterruptedException {
        InputLine line = line(customerId, command, asking);
        KafkaAccess access = asking.pipeline.connect();
        RecordLine records = new RecordLine(access.registry(), asking.zone);
        PrintWriter output = spec.commandLine().getOut();
        try (InputSender sender = new InputSender(access, OptionalInt.empty())) {
            sender.send(line);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (sender.open() > 0) {
                sender.read(record -> output.println(records.of(record)));
                if (sender.failure() != null) {
                    throw new UserError("The request could not be published: " + sender.failure());
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new UserError(sender.describeOpen((int) PATIENCE.toSeconds(), 1));
                }
            }
            output.flush();
        }
    }

    private static InputLine line(String customerId, dev.licenseflow.domain.request.Command command, Asking asking) {
        String requestId = asking.requestId == null ? UUID.randomUUID().toString() : asking.requestId;
        try {
            Request request = new Request(
                    requestId,
                    customerId,
                    "",
                    Channel.BACK_OFFICE,
                    Optional.of(asking.by),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    command);
            return new InputLine(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(request), Optional.empty());
        } catch (IllegalArgumentException beyondBounds) {
            throw new UserError(String.valueOf(beyondBounds.getMessage()));
        }
    }

    /** Units with up to two decimals, after a point or a comma. */
    private static long cents(String amount) {
        try {
            return new BigDecimal(amount.replace(',', '.')).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new UserError("'" + amount + "' is no amount such as 12.34", e);
        }
    }
}
