package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;

/** What was asked, as a partner says it. */
final class CommandWords implements Command.Cases<String> {

    private final Words words;

    CommandWords(Words words) {
        this.words = words;
    }

    @Override
    public String registerCustomer(Command.RegisterCustomer command) {
        return words.text("command.register");
    }

    @Override
    public String changeLicenses(Command.ChangeLicenses command) {
        return words.text("command.change");
    }

    @Override
    public String confirmQuote(Command.ConfirmQuote command) {
        return words.text("command.confirm");
    }

    @Override
    public String declineQuote(Command.DeclineQuote command) {
        return words.text("command.decline");
    }

    @Override
    public String changeRenewalMethod(Command.ChangeRenewalMethod command) {
        return words.text("command.method", words.method(command.renewalMethod()));
    }

    @Override
    public String renew(Command.Renew command) {
        return words.text("command.renew");
    }

    @Override
    public String suspend(Command.Suspend command) {
        return words.text("command.suspend");
    }

    @Override
    public String resume(Command.Resume command) {
        return words.text("command.resume");
    }

    @Override
    public String reactivate(Command.Reactivate command) {
        return words.text("command.reactivate");
    }
}
