package dev.licenseflow.domain.request;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells whether a request or settlement that comes again under the same id says the same (D3). Every field takes part,
 * each with its length, so that no two contents read alike.
 */
public final class ContentDigest implements Command.Cases<ContentDigest> {

    private static final int USUAL_BYTES = 256;

    private ByteBuffer content = ByteBuffer.allocate(USUAL_BYTES);

    private ContentDigest() {}

    /** 43 characters, the same for the same content on every machine and in every version. */
    public static String of(Request request) {
        ContentDigest content = new ContentDigest();
        content.text(request.requestId())
                .text(request.customerId())
                .text(request.partnerId())
                .text(request.channel().name())
                .optional(request.requestedBy())
                .optional(request.expectedRevision())
                .optional(request.acceptUpTo());
        return request.command().match(content).text();
    }

    /** 43 characters, the same for the same content on every machine and in every version. */
    public static String of(Settlement settlement) {
        ContentDigest content = new ContentDigest();
        content.text(settlement.settlementId())
                .text(settlement.customerId())
                .text(settlement.outcome().name())
                .number(settlement.chargeIds().size());
        settlement.chargeIds().forEach(content::text);
        return content.text();
    }

    @Override
    public ContentDigest registerCustomer(Command.RegisterCustomer command) {
        return text("RegisterCustomer")
                .text(command.system())
                .text(command.renewalMethod().name())
                .items(command.items());
    }

    @Override
    public ContentDigest changeLicenses(Command.ChangeLicenses command) {
        return text("ChangeLicenses").changes(command.changes());
    }

    @Override
    public ContentDigest confirmQuote(Command.ConfirmQuote command) {
        return text("ConfirmQuote").text(command.quoteId());
    }

    @Override
    public ContentDigest declineQuote(Command.DeclineQuote command) {
        return text("DeclineQuote").text(command.quoteId());
    }

    @Override
    public ContentDigest changeRenewalMethod(Command.ChangeRenewalMethod command) {
        return text("ChangeRenewalMethod").text(command.renewalMethod().name());
    }

    @Override
    public ContentDigest renew(Command.Renew command) {
        return text("Renew");
    }

    @Override
    public ContentDigest suspend(Command.Suspend command) {
        return text("Suspend");
    }

    @Override
    public ContentDigest resume(Command.Resume command) {
        return text("Resume");
    }

    @Override
    public ContentDigest reactivate(Command.Reactivate command) {
        return text("Reactivate").optional(command.system()).items(command.items());
    }

    @Override
    public ContentDigest changeSystem(Command.ChangeSystem command) {
        return text("ChangeSystem").text(command.system()).changes(command.changes());
    }

    @Override
    public ContentDigest scheduleRenewal(Command.ScheduleRenewal command) {
        return text("ScheduleRenewal");
    }

    @Override
    public ContentDigest unscheduleRenewal(Command.UnscheduleRenewal command) {
        return text("UnscheduleRenewal");
    }

    @Override
    public ContentDigest cancelCustomer(Command.CancelCustomer command) {
        return text("CancelCustomer");
    }

    @Override
    public ContentDigest withdrawCancellation(Command.WithdrawCancellation command) {
        return text("WithdrawCancellation");
    }

    @Override
    public ContentDigest transferCustomer(Command.TransferCustomer command) {
        return text("TransferCustomer").text(command.toPartnerId());
    }

    @Override
    public ContentDigest adjustCharge(Command.AdjustCharge command) {
        return text("AdjustCharge")
                .text(command.chargeId())
                .number(command.amountCents())
                .text(command.reason());
    }

    @Override
    public ContentDigest issueCharge(Command.IssueCharge command) {
        return text("IssueCharge")
                .text(command.product())
                .number(command.amountCents())
                .text(command.reason())
                .optional(command.corrects());
    }

    private String text() {
        byte[] bytes = Arrays.copyOf(content.array(), content.position());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(bytes));
    }

    private ContentDigest changes(List<LicenseChange> changes) {
        number(changes.size());
        for (LicenseChange change : changes) {
            text(change.product()).text(change.operation().name()).number(change.quantity());
        }
        return this;
    }

    private ContentDigest items(List<Item> items) {
        number(items.size());
        items.forEach(item -> text(item.product()).number(item.quantity()));
        return this;
    }

    private ContentDigest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        room(bytes.length).put(bytes);
        return this;
    }

    private ContentDigest number(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (content.remaining() < bytes) {
            byte[] larger = Arrays.copyOf(content.array(), 2 * content.capacity() + bytes);
            content = ByteBuffer.wrap(larger).position(content.position());
        }
        return content;
    }

    private ContentDigest optional(Optional<String> text) {
        return number(text.isPresent() ? 1 : 0).text(text.orElse(""));
    }

    private ContentDigest optional(OptionalLong number) {
        return number(number.isPresent() ? 1 : 0).number(number.orElse(0));
    }
}
