package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.alarm.Alarm;
import dev.licenseflow.billing.alarm.AlarmRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person must look at. */
@RestController
@RequestMapping(Api.ROOT + "/alarms")
class AlarmsController {

    private final AlarmRepository alarms;

    AlarmsController(AlarmRepository alarms) {
        this.alarms = alarms;
    }

    @GetMapping
    ItemPage<Alarm> list(
            @RequestParam(defaultValue = Cursor.START) String after,
            @RequestParam(defaultValue = ItemPage.DEFAULT_SIZE) int size) {
        return ItemPage.of(
                alarms.after(Cursor.parse(after), ItemPage.limit(size)),
                size,
                alarm -> Long.toString(alarm.seq()),
                alarm -> alarm);
    }
}
