package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.alarm.Alarm;
import dev.licenseflow.billing.alarm.AlarmRepository;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person must look at. */
@RestController
@RequestMapping(LedgerApi.ROOT + "/alarms")
class AlarmsController {

    private final AlarmRepository alarms;

    AlarmsController(AlarmRepository alarms) {
        this.alarms = alarms;
    }

    @Operation(operationId = "listAlarms", summary = "What a person must look at, in the order in which it was raised")
    @GetMapping
    ItemPage<Alarm> list(
            @RequestParam(defaultValue = ItemPage.START) String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        return ItemPage.of(
                alarms.after(ItemPage.number(after), ItemPage.limit(size)),
                size,
                alarm -> Long.toString(alarm.seq()),
                alarm -> alarm);
    }
}
