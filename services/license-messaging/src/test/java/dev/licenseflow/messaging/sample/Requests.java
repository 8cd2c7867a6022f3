package dev.licenseflow.messaging.sample;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Requests and settlements, every command in its turn. */
public final class Requests {

    private static final int ROUNDS = 40;

    private final Draw draw;

    public Requests(Draw draw) {
        this.draw = draw;
    }

    /** Requests with every command, many times each. */
    public static List<Request> many() {
        Requests requests = new Requests(new Draw(1));
        List<Request> many = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Supplier<Command> command : requests.commands()) {
                many.add(requests.request(command.get()));
            }
        }
        return many;
    }

    /** Settlements with every outcome. */
    public static List<Settlement> manySettlements() {
        Draw draw = new Draw(2);
        List<Settlement> many = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (SettlementOutcome outcome : SettlementOutcome.values()) {
                many.add(new Settlement(draw.text(), draw.text(), draw.some(draw::text), outcome, facts(draw)));
            }
        }
        return many;
    }

    private static SettlementFacts facts(Draw draw) {
        return new SettlementFacts(
                draw.maybe(draw::instant),
                draw.maybeCents(),
                draw.maybe(draw::text),
                draw.maybe(draw::text),
                draw.maybe(draw::text),
                draw.maybe(draw::text));
    }

    private Request request(Command command) {
        return new Request(
                draw.text(),
                draw.text(),
                draw.text(),
                draw.oneOf(Channel.class),
                draw.maybe(draw::text),
                draw.maybeCents(),
                draw.maybeCents(),
                command);
    }

    private List<Supplier<Command>> commands() {
        return List.of(
                () -> new Command.RegisterCustomer(draw.text(), draw.oneOf(RenewalMethod.class), draw.some(this::item)),
                () -> new Command.ChangeLicenses(draw.some(this::change)),
                () -> new Command.ConfirmQuote(draw.text()),
                () -> new Command.DeclineQuote(draw.text()),
                () -> new Command.ChangeRenewalMethod(draw.oneOf(RenewalMethod.class)),
                Command.Renew::new,
                Command.Suspend::new,
                Command.Resume::new,
                () -> new Command.Reactivate(draw.maybe(draw::text), draw.some(this::item)),
                () -> new Command.ChangeSystem(draw.text(), draw.some(this::change)),
                Command.ScheduleRenewal::new,
                Command.UnscheduleRenewal::new,
                Command.CancelCustomer::new,
                Command.WithdrawCancellation::new,
                () -> new Command.TransferCustomer(draw.text()),
                () -> new Command.AdjustCharge(draw.text(), draw.number(), draw.text()),
                () -> new Command.IssueCharge(draw.text(), draw.number(), draw.text(), draw.maybe(draw::text)));
    }

    private Item item() {
        return new Item(draw.text(), draw.number());
    }

    LicenseChange change() {
        return new LicenseChange(draw.text(), draw.oneOf(Operation.class), draw.number());
    }
}
