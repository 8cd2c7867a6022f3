package dev.licenseflow.messaging.topic;

import java.util.List;

/**
 * What a provisioner did, topics in the order they were given.
 *
 * @param created topics that were not there and are now
 * @param present topics that were there before, faulty ones among them
 * @param mended settings of present topics as they were found; they have been set right, and no record was lost by it
 * @param faults settings of present topics with which the pipeline must not start
 */
public record ProvisioningReport(
        List<String> created, List<String> present, List<TopicFault> mended, List<TopicFault> faults) {

    public ProvisioningReport {
        created = List.copyOf(created);
        present = List.copyOf(present);
        mended = List.copyOf(mended);
        faults = List.copyOf(faults);
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
