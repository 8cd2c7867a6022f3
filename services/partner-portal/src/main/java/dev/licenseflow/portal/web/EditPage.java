package dev.licenseflow.portal.web;

import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.LicenseView;
import java.util.Map;
import org.springframework.ui.Model;

/** The form in which a customer's licenses are changed. */
class EditPage {

    private final Dossiers dossiers;
    private final Phrasebook phrasebook;
    private final PreviewTotals totals;

    EditPage(Dossiers dossiers, Phrasebook phrasebook, PreviewTotals totals) {
        this.dossiers = dossiers;
        this.phrasebook = phrasebook;
        this.totals = totals;
    }

    /** @param wishes what the person had entered before, to go on with */
    String show(CustomerLine line, Screen screen, Map<String, Integer> wishes, Model model) {
        LicenseView licenses = dossiers.licenses(line);
        Shelf shelf = phrasebook.shelf();
        model.addAttribute("row", new CustomerRows(phrasebook).of(line, screen));
        model.addAttribute("licenses", licenses);
        model.addAttribute("screen", screen);
        model.addAttribute("requestId", LicenseForm.newRequestId());
        model.addAttribute("products", shelf.rows(licenses.system(), line.licenses(), wishes));
        model.addAttribute("elsewhere", shelf.elsewhere(licenses.system()));
        model.addAttribute("lastDay", phrasebook.words().lastDayOfMonth(phrasebook.now()));
        model.addAttribute("editable", CustomerRows.canEdit(licenses, phrasebook.month()));
        model.addAttribute("totals", totals.unchanged(licenses));
        return "edit";
    }
}
